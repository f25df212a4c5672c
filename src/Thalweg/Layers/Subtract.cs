using Thalweg.Catalogs;

namespace Thalweg.Layers;

/// <summary>The first of its two inputs less the second, element by element.</summary>
/// <example><code>new Subtract().Apply([Tensor.Of(3f, 4f), Tensor.Of(1f, 1f)])     // [2, 3]</code></example>
[Named("subtract")]
public sealed class Subtract : ElementwiseMerge
{
    private protected override int? Count => 2;

    private protected override Tensor Combine(Tensor a, Tensor b) => a - b;
}
