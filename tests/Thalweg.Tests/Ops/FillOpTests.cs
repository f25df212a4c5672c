using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Ops;

public class FillOpTests
{
    [Fact]
    public void The_same_number_throughout()
    {
        foreach (var type in Enum.GetValues<DType>())
        {
            Near.Equal([0, 0], Tensor.Zeros([2], type), 0);
            Near.Equal([1, 1], Tensor.Ones([2], type), 0);
            Assert.Equal(type, Tensor.Ones([2], type).OnesLike().DType);
            Assert.Equal([2], Tensor.Ones([2], type).ZerosLike().Shape);
        }
        Near.Equal([2.5], Tensor.Full([1], 2.5), 0);
    }

    [Fact]
    public void Zero_keeps_its_sign() => Assert.True(double.IsNegative(Tensor.Full([3], -0.0, DType.Float64).ToArray<double>()[2]));

    [Fact]
    public void Every_length_must_be_known() => Assert.Throws<ArgumentException>(() => Tensor.Zeros([Shape.Unknown, 2]));
}
