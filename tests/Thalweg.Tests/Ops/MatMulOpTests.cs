using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Ops;

public class MatMulOpTests
{
    static Tensor Filled(params int[] shape) => (Tensor.Arange(new Shape(shape).Size, DType.Float64) * 0.7 + shape.Length).Sin().Reshape(shape);

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(3, 5, 7)]
    [InlineData(4, 32, 16)]
    [InlineData(9, 17, 33)]
    [InlineData(33, 2, 70)]
    [InlineData(2, 0, 3)]
    [InlineData(0, 2, 3)]
    [InlineData(30, 256, 3)]
    public void Values_are_those_of_the_three_loops(int m, int k, int n)
    {
        var (a, b) = (Filled(m, k), Filled(k, n));
        var (va, vb) = (a.ToArray<double>(), b.ToArray<double>());
        var expected = new double[m * n];
        for (var i = 0; i < m; i++)
        {
            for (var j = 0; j < n; j++)
            {
                for (var p = 0; p < k; p++)
                {
                    expected[i * n + j] = Math.FusedMultiplyAdd(va[i * k + p], vb[p * n + j], expected[i * n + j]);
                }
            }
        }
        Near.Equal(expected, a.MatMul(b), 0);
        Near.Equal(expected, a.Cast(DType.Float32).MatMul(b.Cast(DType.Float32)), 1e-4);
        Widths.AssertSameBits(() => a.Cast(DType.Float32).MatMul(b.Cast(DType.Float32)));
        Widths.AssertSameBits(() => Gradient.Of(x => x.MatMul(b))(a));
    }

    [Fact]
    public void Whole_numbers() => Near.Equal([19, 22, 43, 50], Tensor.From(new[,] { { 1, 2 }, { 3, 4 } }).MatMul(Tensor.From(new[,] { { 5, 6 }, { 7, 8 } })), 0);

    [Theory]
    [InlineData(new[] { 3 }, new[] { 3 }, new int[0])]
    [InlineData(new[] { 3 }, new[] { 3, 2 }, new[] { 2 })]
    [InlineData(new[] { 2, 3 }, new[] { 3 }, new[] { 2 })]
    [InlineData(new[] { 5, 2, 3 }, new[] { 3, 4 }, new[] { 5, 2, 4 })]
    [InlineData(new[] { 2, 3 }, new[] { 5, 3, 4 }, new[] { 5, 2, 4 })]
    [InlineData(new[] { 5, 1, 2, 3 }, new[] { 6, 3, 4 }, new[] { 5, 6, 2, 4 })]
    [InlineData(new[] { 5, 2, 3 }, new[] { 5, 3, 4 }, new[] { 5, 2, 4 })]
    [InlineData(new[] { 5, 2, 3 }, new[] { 3 }, new[] { 5, 2 })]
    public void Shapes_and_gradients_of_vectors_and_batches(int[] left, int[] right, int[] result)
    {
        var (a, b) = (Filled(left), Filled(right));
        Assert.Equal(new Shape(result), a.MatMul(b).Shape);
        foreach (var check in (GradientCheck[])[
            Gradient.Check(x => x.MatMul(b), a), Gradient.Check(x => a.MatMul(x), b),
            Gradient.Check(Gradient.Of(x => x.MatMul(b).Square()), a), Gradient.Check(Gradient.Of(x => a.MatMul(x).Square()), b)])
        {
            Assert.True(check.RelativeError < 1e-6, check.ToString());
        }
        Assert.Equal(Widths.Bytes(a.MatMul(b)).ToArray(), Widths.Bytes(Planned.Run(x => x.MatMul(b), a)).ToArray());
    }

    [Fact]
    public void Batches_are_products_of_their_matrices()
    {
        var (a, b) = (Filled(4, 2, 3), Filled(4, 3, 5));
        var y = a.MatMul(b);
        for (var i = 0; i < 4; i++)
        {
            Near.Equal(a[i].MatMul(b[i]), y[i]);
        }
    }

    [Fact]
    public void Lengths_that_do_not_fit_are_named()
    {
        var error = Assert.Throws<ArgumentException>(() => Tensor.Ones([30, 4]).MatMul(Tensor.Ones([256, 3])));
        Assert.Contains("(30, 4) and (256, 3)", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Tensor.Scalar(1).MatMul(Tensor.Ones([1])));
        Assert.Throws<ArgumentException>(() => Tensor.Ones([2, 2, 3]).MatMul(Tensor.Ones([3, 3, 2])));
    }

    [Fact]
    public void NaN_goes_through() => Assert.True(double.IsNaN(Tensor.Of(double.NaN, 0).MatMul(Tensor.Of(0.0, 1)).Item()));
}
