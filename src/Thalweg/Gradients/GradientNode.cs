namespace Thalweg;

/// <summary>What a tensor was computed from: its inputs, with one pullback each that turns a change of the output into one of the input.</summary>
sealed class GradientNode
{
    static long last;

    readonly (Tensor Input, Func<Tensor, Tensor> Pullback)[] parents;

    public GradientNode(ReadOnlySpan<(Tensor Input, Func<Tensor, Tensor> Pullback)> parents)
    {
        this.parents = parents.ToArray();
        Order = Interlocked.Increment(ref last);
    }

    /// <summary>Later nodes have greater numbers: walking downwards meets every node after all that were computed from it.</summary>
    public long Order { get; }

    public ReadOnlySpan<(Tensor Input, Func<Tensor, Tensor> Pullback)> Parents => parents;
}
