using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Ops;

public class PowOpTests : BinaryContract
{
    protected override Tensor Run(Tensor a, Tensor b) => a.Pow(b);

    protected override double Plain(double a, double b) => Math.Pow(a, b);

    protected override double Tolerance => 1e-14;

    [Fact]
    public void Gradient_of_a_square_at_zero_is_zero() => Near.Equal([0, 2], Gradient.Of(x => x.Pow(2))(Tensor.Of(0.0, 1.0)), 0);

    [Fact]
    public void Gradient_of_the_power_zero_is_zero() => Near.Equal([0, 0], Gradient.Of(x => x.Pow(0))(Tensor.Of(0.0, 1.0)), 0);

    [Fact]
    public void Whole_numbers_stay_whole() => Near.Equal([8, 9, 1, 0], Tensor.Of(2, 3, -1, 5).Pow(Tensor.Of(3, 2, -2, -1)), 0);
}
