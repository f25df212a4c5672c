using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Ops;

public class ConcatOpTests : MoveContract
{
    protected override Tensor Run(Tensor x) => Tensor.Concat([x, x[.., ..2]], axis: 1);

    protected override int[] Places => [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 0, 1, 2, 3, 4, 5, 6, 7, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 12, 13, 14, 15, 16, 17, 18, 19];

    [Fact]
    public void Types_are_promoted() => Assert.Equal(DType.Float64, Tensor.Concat([Tensor.Of(1), Tensor.Of(2.0), Tensor.Of(3f)]).DType);

    [Fact]
    public void Empty_parts_are_taken() => Near.Equal([1, 2], Tensor.Concat([Tensor.Zeros([0]), Tensor.Of(1f, 2f)]), 0);

    [Fact]
    public void Shapes_that_differ_elsewhere_are_named()
    {
        Assert.Contains("(3, 3)", Assert.Throws<ArgumentException>(() => Tensor.Concat([Tensor.Zeros([2, 2]), Tensor.Zeros([3, 3])])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Tensor.Concat([]));
    }
}
