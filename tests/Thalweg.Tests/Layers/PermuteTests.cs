using Thalweg.Layers;
using Thalweg.Tests.Contracts;
using Thalweg.Tests.Reference;

namespace Thalweg.Tests.Layers;

public class PermuteTests : LayerContract
{
    protected override string ClassName => "Permute";

    protected override Shape Sample => [2, 3, 4];

    protected override Layer Inner => new Permute([3, 1, 2]);

    protected override Layer From(ReferenceNode args) => new Permute(ConvolutionLayerTests.Lengths(args, "dims", []));

    [Fact]
    public void Orders_that_are_none_are_named()
    {
        Assert.Contains("[0, 1]", Assert.Throws<ArgumentException>(() => new Permute([0, 1])).Message, StringComparison.Ordinal);
        Assert.Contains("(None, 4)", Assert.Throws<ArgumentException>(() => new Permute([2, 1]).BuildFor([Shape.Unknown, 4])).Message, StringComparison.Ordinal);
    }
}
