using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Ops;

[Collection(nameof(RandomSeed))]
public class AveragePool2DOpTests
{
    [Theory]
    [InlineData(2, 2, 2, 2, Padding.Valid, 3)]
    [InlineData(3, 2, 1, 2, Padding.Same, 6)]
    [InlineData(3, 3, 2, 2, Padding.Same, 5)]
    [InlineData(2, 2, 3, 3, Padding.Same, 1)]
    public void Values_are_those_of_the_windows(int height, int width, int down, int across, Padding padding, int channels)
    {
        var x = Conv2DOpTests.Filled(2, 7, 8, channels);
        var y = x.AveragePool2D([height, width], [down, across], padding);
        var (top, left) = padding == Padding.Valid ? (0, 0) : (Math.Max(0, (y.Shape[1] - 1) * down + height - 7) / 2, Math.Max(0, (y.Shape[2] - 1) * across + width - 8) / 2);
        for (var i = 0; i < y.Shape[1]; i++)
        {
            for (var j = 0; j < y.Shape[2]; j++)
            {
                var seen = x[.., Math.Max(0, i * down - top)..Math.Min(7, i * down - top + height), Math.Max(0, j * across - left)..Math.Min(8, j * across - left + width)];
                Near.Equal(seen.Mean([1, 2]), y[.., i, j], 1e-15);
            }
        }
        foreach (var check in (GradientCheck[])[
            Gradient.Check((Tensor t) => t.AveragePool2D([height, width], [down, across], padding), x),
            Gradient.Check(Gradient.Of((Tensor t) => t.AveragePool2D([height, width], [down, across], padding).Square()), x)])
        {
            Assert.True(check.RelativeError < 1e-6, check.ToString());
        }
    }

    [Fact]
    public void The_bits_depend_neither_on_threads_nor_on_vectors_nor_on_the_plan()
    {
        var x = Conv2DOpTests.Filled(4, 20, 20, 37).Cast(DType.Float32);
        byte[]? first = null;
        Tensor Run(Tensor t) => Gradient.Of((Tensor a) => a.AveragePool2D([3], [2], Padding.Same).Square())(t);
        Widths.ForEach(how =>
        {
            byte[] bits = [.. Widths.Bytes(x.AveragePool2D([3], [2], Padding.Same)), .. Widths.Bytes(Run(x))];
            Assert.True((first ??= bits).AsSpan().SequenceEqual(bits), how);
        });
        Assert.Equal(Widths.Bytes(Run(x)).ToArray(), Widths.Bytes(Planned.Run(Run, x)).ToArray());
    }
}
