using Thalweg.Layers;
using Thalweg.Tests.Contracts;
using Thalweg.Tests.Reference;

namespace Thalweg.Tests.Layers;

public class UpSampling2DTests : LayerContract
{
    protected override string ClassName => "UpSampling2D";

    protected override Shape Sample => [3, 2, 2];

    protected override Layer Inner => new UpSampling2D([2, 3]);

    protected override IReadOnlyList<string> Otherwise => ["bilinear"];

    protected override Layer From(ReferenceNode args) => new UpSampling2D(ConvolutionLayerTests.Lengths(args, "size", [2]));

    [Fact]
    public void Unknown_lengths_stay_unknown() => Assert.Equal([Shape.Unknown, Shape.Unknown, 8, 3], new UpSampling2D(2).OutputShape([Shape.Unknown, Shape.Unknown, 4, 3]));
}
