using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Ops;

public class MinimumOpTests : BinaryContract
{
    protected override Tensor Run(Tensor a, Tensor b) => a.Min(b);

    protected override double Plain(double a, double b) => Math.Min(a, b);

    [Fact]
    public void Equal_numbers_share_the_gradient()
    {
        var (da, db) = Gradient.Of((a, b) => a.Min(b))(Tensor.Of(1.0, 2.0), Tensor.Of(1.0, 3.0));
        Near.Equal([0.5, 1], da, 0);
        Near.Equal([0.5, 0], db, 0);
    }

    [Fact]
    public void Takes_a_number() => Near.Equal([1, 2], Tensor.Of(1.0, 3.0).Min(2), 0);
}
