using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Ops;

public class DotOpTests
{
    [Fact]
    public void As_in_NumPy()
    {
        Assert.Equal(32, Tensor.Of(1.0, 2, 3).Dot(Tensor.Of(4.0, 5, 6)).Item());
        Near.Equal([2, 4], Tensor.Of(1.0, 2).Dot(Tensor.Scalar(2, DType.Float64)), 0);
        var (a, b) = (Tensor.Arange(6, DType.Float64).Reshape([2, 3]), Tensor.Arange(60, DType.Float64).Reshape([5, 3, 4]));
        var y = a.Dot(b);
        Assert.Equal([2, 5, 4], y.Shape);
        for (var i = 0; i < 5; i++)
        {
            Near.Equal(a.MatMul(b[i]), y[.., i]);
        }
        var z = a.Dot(Tensor.Arange(120, DType.Float64).Reshape([2, 5, 3, 4]));
        Assert.Equal([2, 2, 5, 4], z.Shape);
        Near.Equal(a.MatMul(Tensor.Arange(60, 120, type: DType.Float64).Reshape([5, 3, 4])[2]), z[.., 1, 2]);
    }

    [Fact]
    public void Gradients_agree_with_differences()
    {
        var b = Tensor.Arange(24, DType.Float64).Reshape([2, 3, 4]);
        Assert.True(Gradient.Check(x => x.Dot(b), Tensor.Of(1.0, 2, 3)).RelativeError < 1e-6);
    }

    [Fact]
    public void Lengths_must_fit() => Assert.Throws<ArgumentException>(() => Tensor.Of(1.0, 2).Dot(Tensor.Of(1.0, 2, 3)));
}
