using Thalweg.Layers;
using Thalweg.Tests.Contracts;
using Thalweg.Tests.Reference;

namespace Thalweg.Tests.Layers;

public class DepthwiseConv2DTests : LayerContract
{
    protected override string ClassName => "DepthwiseConv2D";

    protected override Shape Sample => [6, 5, 2];

    protected override Layer Inner => new DepthwiseConv2D(3, "tanh") { DepthMultiplier = 2 };

    protected override Layer From(ReferenceNode args) => new DepthwiseConv2D(args["kernel_size"].Integer)
    {
        DepthMultiplier = args.Has("depth_multiplier") ? args["depth_multiplier"].Integer : 1,
        Strides = ConvolutionLayerTests.Lengths(args, "strides", [1]),
        Padding = ConvolutionLayerTests.PaddingOf(args),
        DilationRate = ConvolutionLayerTests.Lengths(args, "dilation_rate", [1]),
    };
}
