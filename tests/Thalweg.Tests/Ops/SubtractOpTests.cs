using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Ops;

public class SubtractOpTests : BinaryContract
{
    protected override Tensor Run(Tensor a, Tensor b) => a - b;

    protected override double Plain(double a, double b) => a - b;

    [Fact]
    public void A_number_takes_the_type_of_the_tensor()
    {
        Assert.Equal(DType.Float64, (Tensor.Of(1.0) - 2).DType);
        Assert.Equal(DType.Float32, (2 - Tensor.Of(1f)).DType);
        Assert.Equal(DType.Int32, (Tensor.Of(1) - 2).DType);
        Assert.Equal(DType.Float32, (Tensor.Of(1) - 2.5).DType);
        Near.Equal([3.0 - 2, 4.0 - 2], Tensor.Of(3.0, 4.0) - 2, 0);
        Near.Equal([2 - 3.0, 2 - 4.0], 2 - Tensor.Of(3.0, 4.0), 0);
    }
}
