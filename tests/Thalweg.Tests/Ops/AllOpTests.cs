using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Ops;

public class AllOpTests : ReduceContract
{
    protected override Tensor Run(Tensor x, int[] axes, bool keepDims) => x.All(axes, keepDims);

    protected override double Plain(double[] values) => values.All(v => v != 0) ? 1 : 0;

    protected override double? OfNothing => 1;

    protected override DType ResultOf(DType type) => DType.Bool;

    protected override bool IsLogical => true;
}
