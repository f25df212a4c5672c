using Thalweg.Catalogs;

namespace Thalweg.Layers;

/// <summary>The product of its inputs, element by element.</summary>
/// <example><code>new Multiply().Apply([Tensor.Of(1f, 2f), Tensor.Of(3f, 4f)])     // [3, 8]</code></example>
[Named("multiply")]
public sealed class Multiply : ElementwiseMerge
{
    private protected override Tensor Combine(Tensor a, Tensor b) => a * b;
}
