using Thalweg.Catalogs;

namespace Thalweg.Layers;

/// <summary>The mean of its inputs, element by element.</summary>
/// <example><code>new Average().Apply([Tensor.Of(1f, 2f), Tensor.Of(3f, 4f)])     // [2, 3]</code></example>
[Named("average")]
public sealed class Average : ElementwiseMerge
{
    private protected override Tensor Combine(Tensor a, Tensor b) => a + b;

    /// <inheritdoc/>
    protected override Tensor Merge(IReadOnlyList<Tensor> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return base.Merge(inputs) / inputs.Count;
    }
}
