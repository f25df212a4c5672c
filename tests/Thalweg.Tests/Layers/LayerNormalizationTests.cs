using Thalweg.Layers;
using Thalweg.Tests.Contracts;
using Thalweg.Tests.Reference;

namespace Thalweg.Tests.Layers;

public class LayerNormalizationTests : LayerContract
{
    protected override string ClassName => "LayerNormalization";

    protected override Layer Inner => new LayerNormalization();

    protected override Layer From(ReferenceNode args) => new LayerNormalization(args.Has("axis") ? ConvolutionLayerTests.Lengths(args, "axis", []) : null)
    {
        Epsilon = args.Number("epsilon", 1e-3),
        Scale = !args.Has("scale") || args["scale"].Flag,
    };

    [Fact]
    public void Misuse_is_explained()
    {
        Assert.Contains("LayerNormalization 'layer_normalization': the axes [2, 1]", Assert.Throws<ArgumentException>(() => new LayerNormalization([2, 1]).BuildFor([Shape.Unknown, 3, 4])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new LayerNormalization([0]).BuildFor([Shape.Unknown, 3]));
        Assert.Throws<ArgumentException>(() => new LayerNormalization([]));
        var layer = new LayerNormalization();
        layer.BuildFor([Shape.Unknown, 3]);
        Assert.Contains("(2, 4)", Assert.Throws<ArgumentException>(() => layer.Apply(Tensor.Ones([2, 4]))).Message, StringComparison.Ordinal);
    }
}
