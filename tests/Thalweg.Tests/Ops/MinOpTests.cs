using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Ops;

public class MinOpTests : ReduceContract
{
    protected override Tensor Run(Tensor x, int[] axes, bool keepDims) => x.Min(axes, keepDims);

    protected override double Plain(double[] values) => values.Any(double.IsNaN) ? double.NaN : values.Min();

    [Fact]
    public void Equal_elements_share_the_gradient() =>
        Near.Equal([0.5, 0, 0.5], Gradient.Of(x => x.Min())(Tensor.Of(1.0, 3, 1)), 0);
}
