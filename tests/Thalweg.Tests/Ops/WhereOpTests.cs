using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Ops;

public class WhereOpTests
{
    [Fact]
    public void Chooses_with_broadcasting()
    {
        var y = Tensor.Where(Tensor.Of(true, false), Tensor.From(new double[,] { { 1 }, { 2 } }), Tensor.Of(-1.0, -2));
        Near.Equal([1, -2, 2, -2], y, 0);
        Near.Equal([7, 4], Tensor.Where(Tensor.Of(true, false), 7, Tensor.Of(3.0, 4)), 0);
        Near.Equal([3, 7], Tensor.Where(Tensor.Of(true, false), Tensor.Of(3.0, 4), 7), 0);
        Assert.Equal([0], Tensor.Where(Tensor.Zeros([0], DType.Bool), Tensor.Zeros([0]), 1).Shape);
        Assert.Equal(DType.Bool, Tensor.Where(Tensor.Of(true), Tensor.Of(false), Tensor.Of(true)).DType);
    }

    [Fact]
    public void Gradient_goes_to_the_chosen_alone()
    {
        var (da, db) = Gradient.Of((a, b) => Tensor.Where(Tensor.Of(true, false), a, b) * 3)(Tensor.Of(1.0, 2), Tensor.Of(double.NaN, 4));
        Near.Equal([3, 0], da, 0);
        Near.Equal([0, 3], db, 0);
    }

    [Fact]
    public void Gradients_agree_with_differences()
    {
        var mask = Tensor.Of(true, false, true);
        Tensor F(Tensor x) => Tensor.Where(mask, x * x, x[.., ..1] * 3);
        var x = Tensor.From(new double[,] { { 1.1, 2, 3 }, { 4, 5, 6 } });
        Assert.True(Gradient.Check(F, x).RelativeError < 1e-6);
        Assert.True(Gradient.Check(Gradient.Of(F), x).RelativeError < 1e-6);
        Assert.Equal(Widths.Bytes(F(x)).ToArray(), Widths.Bytes(Planned.Run(F, x)).ToArray());
    }

    [Fact]
    public void Shapes_that_do_not_fit_are_refused() =>
        Assert.Throws<ArgumentException>(() => Tensor.Where(Tensor.Of(true, false), Tensor.Zeros([3]), 0));
}
