using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Kernels;

public class SoftmaxRowsTests
{
    [Theory]
    [InlineData(7, 3)]
    [InlineData(3, 1000)]
    [InlineData(100, 300)]
    public void Rows_have_the_bits_of_single_operations(int rows, int length)
    {
        var x = Tensor.RandomNormal([rows, length], stream: new RandomStream(1));
        Widths.ForEach(where =>
        {
            var shifted = x - x.Max(1, keepDims: true);
            var powers = shifted.Exp();
            var sum = powers.Sum(1, keepDims: true);
            Assert.True(Widths.Bytes(powers * (1 / sum)).SequenceEqual(Widths.Bytes(x.Softmax())), where);
            Assert.True(Widths.Bytes(shifted - sum.Log()).SequenceEqual(Widths.Bytes(x.LogSoftmax())), where);
        });
    }
}
