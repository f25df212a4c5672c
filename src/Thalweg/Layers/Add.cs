using Thalweg.Catalogs;

namespace Thalweg.Layers;

/// <summary>The sum of its inputs, element by element.</summary>
/// <example><code>new Add().Apply([Tensor.Of(1f, 2f), Tensor.Of(3f, 4f)])     // [4, 6]</code></example>
[Named("add")]
public sealed class Add : ElementwiseMerge
{
    private protected override Tensor Combine(Tensor a, Tensor b) => a + b;
}
