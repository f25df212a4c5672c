using Thalweg.Losses;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Losses;

public class ClassNumbersTests
{
    [Fact]
    public void A_last_axis_of_one_goes()
    {
        var labels = ClassNumbers.Of(Tensor.From(new float[,] { { 2 }, { 1 } }), Tensor.Zeros([2, 3]), -1, "loss");
        Assert.Equal(DType.Int32, labels.DType);
        Near.Equal([2, 1], labels, 0);
        Assert.StartsWith("loss: labels of shape (3,)", Assert.Throws<ArgumentException>(() => ClassNumbers.Of(Tensor.Of(1, 2, 3), Tensor.Zeros([2, 3]), -1, "loss")).Message, StringComparison.Ordinal);
    }
}
