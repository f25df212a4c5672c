namespace Thalweg;

/// <summary>How an operation's file states its gradient.</summary>
static class WithGradientExtension
{
    /// <summary>
    /// Remembers, for each input, how a change <c>dy</c> of this result turns into one of that input. Pullbacks are tensor
    /// code, so that they can be differentiated again; they may leave broadcast axes in, the walk sums over them.
    /// Returns this very tensor, so that a pullback that mentions it sees a tensor that is followed.
    /// </summary>
    public static Tensor WithGradient(this Tensor y, params ReadOnlySpan<(Tensor Input, Func<Tensor, Tensor> Pullback)> parents)
    {
        if (!GradientScope.Records)
        {
            return y;
        }
        if (y.Node is not null)
        {
            throw new InvalidOperationException("A gradient is stated for a tensor that has one already. State it for what the kernel gave.");
        }
        foreach (var (input, _) in parents)
        {
            if (input.Node is not null && input.DType.IsFloating)
            {
                y.Node = new GradientNode(parents);
                break;
            }
        }
        return y;
    }

    /// <summary>The same elements without a past: no gradient flows through.</summary>
    public static Tensor Detached(this Tensor x) => x.Node is null ? x : x.WithNode(null);
}
