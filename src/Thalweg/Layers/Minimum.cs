using Thalweg.Catalogs;

namespace Thalweg.Layers;

/// <summary>The least of its inputs, element by element.</summary>
/// <example><code>new Minimum().Apply([Tensor.Of(1f, 4f), Tensor.Of(3f, 2f)])     // [1, 2]</code></example>
[Named("minimum")]
public sealed class Minimum : ElementwiseMerge
{
    private protected override Tensor Combine(Tensor a, Tensor b) => a.Min(b);
}
