using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Ops;

public class DivideOpTests : BinaryContract
{
    protected override Tensor Run(Tensor a, Tensor b) => a / b;

    protected override double Plain(double a, double b) => a / b;

    protected override DType ResultOf(DType type) => type.ToFloating();

    [Fact]
    public void Whole_numbers_divide_truly() => Near.Equal([0.5, 1.5], Tensor.Of(1, 3) / 2, 0);
}
