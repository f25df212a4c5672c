using Thalweg.Layers;
using Thalweg.Tests.Contracts;
using Thalweg.Tests.Reference;

namespace Thalweg.Tests.Layers;

public class FlattenTests : LayerContract
{
    protected override string ClassName => "Flatten";

    protected override Layer Inner => new Flatten();

    protected override Layer From(ReferenceNode args) => new Flatten();

    [Fact]
    public void Samples_without_axes_get_one()
    {
        Assert.Equal([3, 1], new Flatten().Apply(Tensor.Zeros([3])).Shape);
        Assert.Equal([3, 1], new Flatten().OutputShape([3]));
        Assert.Throws<ArgumentException>(() => new Flatten().Apply(Tensor.Scalar(1)));
    }
}
