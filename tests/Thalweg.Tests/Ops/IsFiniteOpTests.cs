using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Ops;

public class IsFiniteOpTests
{
    [Fact]
    public void Finite_and_not_a_number()
    {
        var x = Tensor.Of(1, double.PositiveInfinity, double.NegativeInfinity, double.NaN);
        Near.Equal([1, 0, 0, 0], x.IsFinite(), 0);
        Near.Equal([0, 0, 0, 1], x.IsNaN(), 0);
    }
}
