using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Ops;

public class SumOpTests : ReduceContract
{
    protected override Tensor Run(Tensor x, int[] axes, bool keepDims) => x.Sum(axes, keepDims);

    protected override double Plain(double[] values) => values.Sum();

    protected override double? OfNothing => 0;

    [Fact]
    public void A_long_sum_in_Float32_keeps_its_digits() =>
        Near.Equal(0.1f * 1e6, Tensor.Full([1_000_000], 0.1).Sum().Item(), 2e-7);     // two units in the last place

    [Fact]
    public void One_axis_or_all() => Assert.Equal(6, Tensor.Ones([2, 3]).Sum().Item());
}
