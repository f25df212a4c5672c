using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Ops;

public class LogSumExpOpTests : ReduceContract
{
    protected override Tensor Run(Tensor x, int[] axes, bool keepDims) => x.LogSumExp(axes, keepDims);

    protected override double Plain(double[] values) => values.Any(double.IsNaN) ? double.NaN : values.Max() is var m && double.IsInfinity(m) ? m : m + Math.Log(values.Sum(v => Math.Exp(v - m)));

    protected override double? OfNothing => double.NegativeInfinity;

    protected override DType ResultOf(DType type) => type.ToFloating();

    [Fact]
    public void Large_numbers_do_not_overflow()
    {
        Near.Equal(1e4 + Math.Log(2), Tensor.Of(1e4, 1e4).LogSumExp().Item(), 1e-14);
        Near.Equal(-1e4 + Math.Log(2), Tensor.Of(-1e4, -1e4).LogSumExp().Item(), 1e-14);
        Assert.Equal(double.NegativeInfinity, Tensor.Of(double.NegativeInfinity).LogSumExp().Item());
    }
}
