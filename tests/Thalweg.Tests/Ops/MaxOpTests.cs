using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Ops;

public class MaxOpTests : ReduceContract
{
    protected override Tensor Run(Tensor x, int[] axes, bool keepDims) => x.Max(axes, keepDims);

    protected override double Plain(double[] values) => values.Any(double.IsNaN) ? double.NaN : values.Max();

    [Fact]
    public void Equal_elements_share_the_gradient() =>
        Near.Equal([0.5, 0, 0.5], Gradient.Of(x => x.Max())(Tensor.Of(3.0, 1, 3)), 0);
}
