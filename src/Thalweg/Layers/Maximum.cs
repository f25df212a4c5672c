using Thalweg.Catalogs;

namespace Thalweg.Layers;

/// <summary>The greatest of its inputs, element by element.</summary>
/// <example><code>new Maximum().Apply([Tensor.Of(1f, 4f), Tensor.Of(3f, 2f)])     // [3, 4]</code></example>
[Named("maximum")]
public sealed class Maximum : ElementwiseMerge
{
    private protected override Tensor Combine(Tensor a, Tensor b) => a.Max(b);
}
