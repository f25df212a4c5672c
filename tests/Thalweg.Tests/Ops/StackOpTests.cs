using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Ops;

public class StackOpTests : MoveContract
{
    protected override Tensor Run(Tensor x) => Tensor.Stack([x, x], axis: 1);

    protected override int[] Places => [.. Enumerable.Range(0, 48).Select(i => i / 24 * 12 + i % 12)];

    [Fact]
    public void The_new_axis_can_be_anywhere()
    {
        Tensor[] two = [Tensor.Zeros([3]), Tensor.Ones([3])];
        Assert.Equal([2, 3], Tensor.Stack(two).Shape);
        Assert.Equal([3, 2], Tensor.Stack(two, axis: -1).Shape);
    }

    [Fact]
    public void Shapes_must_be_equal() => Assert.Throws<ArgumentException>(() => Tensor.Stack([Tensor.Zeros([2]), Tensor.Zeros([3])]));
}
