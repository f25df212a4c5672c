using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Ops;

public class SoftmaxOpTests
{
    static readonly Tensor X = ((Tensor.Arange(12, DType.Float64) * 1.7).Sin() * 3).Reshape([3, 4]);

    [Fact]
    public void Values()
    {
        Near.Equal([0.0900, 0.2447, 0.6652], Tensor.Of(1f, 2f, 3f).Softmax(), 1e-4);
        foreach (var axis in (int[])[0, 1, -1])
        {
            Near.Equal((X.Exp() / X.Exp().Sum(axis, keepDims: true)).ToArray<double>(), X.Softmax(axis), 1e-15);
            Near.Equal(X.Softmax(axis).Log().ToArray<double>(), X.LogSoftmax(axis), 1e-14);
        }
        Assert.Equal([0, 3], Tensor.Zeros([0, 3]).Softmax().Shape);
        Assert.Equal([3, 0], Tensor.Zeros([3, 0]).LogSoftmax().Shape);
    }

    [Fact]
    public void Scores_far_out_do_not_overflow()
    {
        foreach (var type in (DType[])[DType.Float32, DType.Float64])
        {
            Near.Equal([1, 0, 0], Tensor.Of(1e4, 0, -1e4).Cast(type).Softmax(), 0);
            Near.Equal([0, -1e4, -2e4], Tensor.Of(1e4, 0, -1e4).Cast(type).LogSoftmax(), 0);
            Near.Equal([0.5, 0.5], Tensor.Of(3e38, 3e38).Cast(type).Softmax(), 0);
        }
        Assert.True(Tensor.Of(double.NaN, 1).Softmax().IsNaN().All().Item() == 1);
    }

    [Fact]
    public void Gradients_agree_with_differences()
    {
        foreach (var axis in (int[])[0, 1])
        {
            foreach (var f in (Func<Tensor, Tensor>[])[x => x.Softmax(axis), x => x.LogSoftmax(axis)])
            {
                var first = Gradient.Check(f, X);
                Assert.True(first.RelativeError < 1e-6, first.ToString());
                var second = Gradient.Check(Gradient.Of(x => f(x) * f(x)), X);
                Assert.True(second.RelativeError < 1e-6, second.ToString());
                Assert.Equal(Widths.Bytes(f(X)).ToArray(), Widths.Bytes(Planned.Run(f, X)).ToArray());
                Widths.AssertSameBits(() => f(X.Cast(DType.Float32)));
            }
        }
    }
}
