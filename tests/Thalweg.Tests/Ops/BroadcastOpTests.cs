using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Ops;

public class BroadcastOpTests : MoveContract
{
    protected override Tensor Run(Tensor x) => x.BroadcastTo([2, 2, 3]);

    protected override int[] Places => [0, 0, 0, 1, 1, 1, 0, 0, 0, 1, 1, 1];

    protected override Tensor Input => Tensor.Of(0.7, 1.9).Reshape([2, 1]);

    [Fact]
    public void Only_axes_of_length_1_stretch()
    {
        Assert.Throws<ArgumentException>(() => Tensor.Zeros([2]).BroadcastTo([3]));
        Assert.Throws<ArgumentException>(() => Tensor.Zeros([2, 3]).BroadcastTo([3]));
        Assert.Equal([0, 3], Tensor.Zeros([1, 3]).BroadcastTo([0, 3]).Shape);
    }
}
