using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Ops;

public class TransposeOpTests : MoveContract
{
    protected override Tensor Run(Tensor x) => x.Transpose(2, 0, 1);

    protected override int[] Places => [.. Enumerable.Range(0, 24).Select(i => (i / 3 % 2 * 3 + i % 3) * 4 + i / 6)];

    [Fact]
    public void Without_an_order_the_axes_are_reversed() => Assert.Equal([4, 3, 2], Input.Transpose().Shape);

    [Fact]
    public void Two_axes_change_places()
    {
        Assert.Equal([2, 4, 3], Input.SwapAxes().Shape);
        Near.Equal([1, 3, 2, 4], Tensor.Of(1.0, 2, 3, 4).Reshape([2, 2]).SwapAxes(), 0);
    }

    [Theory]
    [InlineData(new[] { 0, 1 })]
    [InlineData(new[] { 0, 1, 1 })]
    public void An_order_that_is_no_permutation_is_refused(int[] axes) => Assert.Throws<ArgumentException>(() => Input.Transpose(axes));

    [Fact]
    public void Empty_axes_are_taken() => Assert.Equal([3, 0], Tensor.Zeros([0, 3]).Transpose().Shape);
}
