using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Ops;

public class VarOpTests : ReduceContract
{
    protected override Tensor Run(Tensor x, int[] axes, bool keepDims) => x.Var(axes, 0, keepDims);

    protected override double Plain(double[] values) => values.Sum(v => Math.Pow(v - values.Average(), 2)) / values.Length;

    protected override double? OfNothing => double.NaN;

    protected override DType ResultOf(DType type) => type.ToFloating();

    [Fact]
    public void A_sample_divides_by_one_less() => Near.Equal(5.0 / 3, Tensor.Of(1.0, 2, 3, 4).Var(ddof: 1).Item(), 1e-15);

    [Fact]
    public void A_large_offset_does_no_harm() => Near.Equal(2.0 / 3, (Tensor.Of(1.0, 2, 3) + 1e9).Var().Item(), 1e-12);
}
