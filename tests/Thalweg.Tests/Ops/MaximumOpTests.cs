using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Ops;

public class MaximumOpTests : BinaryContract
{
    protected override Tensor Run(Tensor a, Tensor b) => a.Max(b);

    protected override double Plain(double a, double b) => Math.Max(a, b);

    [Fact]
    public void Equal_numbers_share_the_gradient()
    {
        var (da, db) = Gradient.Of((a, b) => a.Max(b))(Tensor.Of(1.0, 2.0), Tensor.Of(1.0, 3.0));
        Near.Equal([0.5, 0], da, 0);
        Near.Equal([0.5, 1], db, 0);
    }

    [Fact]
    public void Takes_a_number() => Near.Equal([2, 3], Tensor.Of(1.0, 3.0).Max(2), 0);
}
