using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Ops;

public class CumSumOpTests
{
    [Fact]
    public void Running_sums()
    {
        var x = Tensor.From(new double[,] { { 1, 2, 3 }, { 4, 5, 6 } });
        Near.Equal([1, 3, 6, 4, 9, 15], x.CumSum(axis: 1), 0);
        Near.Equal([1, 2, 3, 5, 7, 9], x.CumSum(), 0);
        Assert.Equal(DType.Int32, Tensor.Of(true, true).CumSum().DType);
        Assert.Equal([0], Tensor.Zeros([0]).CumSum().Shape);
        Near.Equal([1, double.NaN, double.NaN], Tensor.Of(1, double.NaN, 2).CumSum(), 0);
    }

    [Fact]
    public void Gradients_agree_with_differences()
    {
        var x = Tensor.From(new double[,] { { 1, 2, 3 }, { 4, 5, 6 } });
        Assert.True(Gradient.Check(t => t.CumSum(1), x).RelativeError < 1e-6);
        Assert.True(Gradient.Check(Gradient.Of(t => t.CumSum(0).Square()), x).RelativeError < 1e-6);
        Assert.Equal(Widths.Bytes(x.CumSum(1)).ToArray(), Widths.Bytes(Planned.Run(t => t.CumSum(1), x)).ToArray());
    }
}
