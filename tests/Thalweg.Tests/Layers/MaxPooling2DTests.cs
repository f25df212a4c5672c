using Thalweg.Layers;
using Thalweg.Tests.Contracts;
using Thalweg.Tests.Reference;

namespace Thalweg.Tests.Layers;

public class MaxPooling2DTests : LayerContract
{
    protected override string ClassName => "MaxPooling2D";

    protected override Shape Sample => [6, 5, 2];

    protected override Layer Inner => new MaxPooling2D([3, 2]) { Strides = [1, 2], Padding = Padding.Same };

    protected override Layer From(ReferenceNode args)
    {
        var size = ConvolutionLayerTests.Lengths(args, "pool_size", []);
        return new MaxPooling2D(size) { Strides = ConvolutionLayerTests.Lengths(args, "strides", size), Padding = ConvolutionLayerTests.PaddingOf(args) };
    }
}
