using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Ops;

public class StdOpTests : ReduceContract
{
    protected override Tensor Run(Tensor x, int[] axes, bool keepDims) => x.Std(axes, 0, keepDims);

    protected override double Plain(double[] values) => Math.Sqrt(values.Sum(v => Math.Pow(v - values.Average(), 2)) / values.Length);

    protected override double? OfNothing => double.NaN;

    protected override DType ResultOf(DType type) => type.ToFloating();
}
