using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Ops;

public class AnyOpTests : ReduceContract
{
    protected override Tensor Run(Tensor x, int[] axes, bool keepDims) => x.Any(axes, keepDims);

    protected override double Plain(double[] values) => values.Any(v => v != 0) ? 1 : 0;

    protected override double? OfNothing => 0;

    protected override DType ResultOf(DType type) => DType.Bool;

    protected override bool IsLogical => true;
}
