using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Ops;

public class StopGradientOpTests
{
    [Fact]
    public void What_is_stopped_counts_as_constant()
    {
        Near.Equal([2, 3], Gradient.Of(x => x * x.StopGradient())(Tensor.Of(2.0, 3)), 0);
        Near.Equal([0, 0], Gradient.Of(x => x.StopGradient())(Tensor.Of(2.0, 3)), 0);
    }

    [Fact]
    public void Also_within_a_second_derivative() =>
        Near.Equal([2], Gradient.Of(y => Gradient.Of(x => x * x * y.StopGradient() + x * x)(y))(Tensor.Of(3.0)) - 2 * 3, 0);
}
