using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Ops;

public class ProdOpTests : ReduceContract
{
    protected override Tensor Run(Tensor x, int[] axes, bool keepDims) => x.Prod(axes, keepDims);

    protected override double Plain(double[] values) => values.Aggregate(1.0, (a, b) => a * b);

    protected override double? OfNothing => 1;

    [Fact]
    public void Gradient_where_factors_are_zero_is_the_product_of_the_others()
    {
        Near.Equal([6, 0, 0], Gradient.Of(x => x.Prod())(Tensor.Of(0.0, 2, 3)), 0);
        Near.Equal([0, 0, 0], Gradient.Of(x => x.Prod())(Tensor.Of(0.0, 0, 3)), 0);
    }
}
