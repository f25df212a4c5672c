using Thalweg.Layers;
using Thalweg.Tests.Contracts;
using Thalweg.Tests.Reference;

namespace Thalweg.Tests.Layers;

public class ReshapeTests : LayerContract
{
    protected override string ClassName => "Reshape";

    protected override Layer Inner => new Reshape([2, -1]);

    protected override Layer From(ReferenceNode args) => new Reshape(ConvolutionLayerTests.Lengths(args, "target_shape", []));

    [Fact]
    public void Shapes_that_are_not_filled_are_named()
    {
        Assert.Equal(
            "Reshape 'reshape': the 6 numbers of a sample don't fill the shape (4, 2) (input shape (None, 6)). Give lengths whose product they are, or −1 for one of them.",
            Assert.Throws<ArgumentException>(() => new Reshape([4, 2]).BuildFor([Shape.Unknown, 6])).Message);
        Assert.Throws<ArgumentException>(() => new Reshape([4, -1]).BuildFor([Shape.Unknown, 6]));
        Assert.Throws<ArgumentException>(() => new Reshape([-1, -1]));
        Assert.Throws<ArgumentException>(() => new Reshape([0]));
        Assert.Equal([Shape.Unknown, 2, Shape.Unknown], new Reshape([2, -1]).OutputShape([Shape.Unknown, Shape.Unknown]));
    }
}
