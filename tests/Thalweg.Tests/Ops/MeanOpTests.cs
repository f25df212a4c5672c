using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Ops;

public class MeanOpTests : ReduceContract
{
    protected override Tensor Run(Tensor x, int[] axes, bool keepDims) => x.Mean(axes, keepDims);

    protected override double Plain(double[] values) => values.Average();

    protected override double? OfNothing => double.NaN;

    protected override DType ResultOf(DType type) => type.ToFloating();
}
