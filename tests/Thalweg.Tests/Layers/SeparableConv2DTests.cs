using Thalweg.Layers;
using Thalweg.Tests.Contracts;
using Thalweg.Tests.Reference;

namespace Thalweg.Tests.Layers;

public class SeparableConv2DTests : LayerContract
{
    protected override string ClassName => "SeparableConv2D";

    protected override Shape Sample => [6, 5, 2];

    protected override Layer Inner => new SeparableConv2D(4, 3, "tanh") { DepthMultiplier = 2, PointwiseRegularizer = "l2" };

    protected override Layer From(ReferenceNode args) => new SeparableConv2D(args["filters"].Integer, args["kernel_size"].Integer)
    {
        DepthMultiplier = args.Has("depth_multiplier") ? args["depth_multiplier"].Integer : 1,
        Strides = ConvolutionLayerTests.Lengths(args, "strides", [1]),
        Padding = ConvolutionLayerTests.PaddingOf(args),
    };

    [Fact]
    public void Its_weights_are_in_the_order_of_Keras()
    {
        var layer = new SeparableConv2D(4, 3) { DepthMultiplier = 2 };
        layer.BuildFor([Shape.Unknown, 8, 8, 3]);
        Assert.Equal(["depthwise_kernel", "pointwise_kernel", "bias"], layer.Weights.Select(weight => weight.Name));
        Assert.Equal(3 * 3 * 3 * 2 + 6 * 4 + 4, layer.ParameterCount);
    }
}
