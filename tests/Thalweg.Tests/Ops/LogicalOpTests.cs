using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Ops;

public class LogicalOpTests : BinaryContract
{
    protected override Tensor Run(Tensor a, Tensor b) => a.And(b);

    protected override double Plain(double a, double b) => a != 0 && b != 0 ? 1 : 0;

    protected override DType ResultOf(DType type) => DType.Bool;

    [Fact]
    public void Or_and_not()
    {
        var (a, b) = (Tensor.Of(true, true, false, false), Tensor.Of(true, false, true, false));
        Near.Equal([1, 0, 0, 0], a.And(b), 0);
        Near.Equal([1, 1, 1, 0], a.Or(b), 0);
        Near.Equal([0, 0, 1, 1], a.Not(), 0);
        Assert.Equal(DType.Bool, a.Not().DType);
    }
}
