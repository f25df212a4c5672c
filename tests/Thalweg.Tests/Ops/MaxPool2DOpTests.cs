using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Ops;

[Collection(nameof(RandomSeed))]
public class MaxPool2DOpTests
{
    [Theory]
    [InlineData(2, 2, 2, 2, Padding.Valid, 3)]
    [InlineData(3, 2, 1, 2, Padding.Same, 6)]
    [InlineData(3, 3, 2, 2, Padding.Same, 5)]
    [InlineData(2, 2, 3, 3, Padding.Same, 1)]
    public void Values_are_those_of_the_windows(int height, int width, int down, int across, Padding padding, int channels)
    {
        // No two elements are near each other, so that differences meet no edge.
        var x = Tensor.From([.. Enumerable.Range(0, 112 * channels).Select(i => i * 37 % 1009 / 100.0)], 2, 7, 8, channels);
        var y = x.MaxPool2D([height, width], [down, across], padding);
        var (top, left) = padding == Padding.Valid ? (0, 0) : (Math.Max(0, (y.Shape[1] - 1) * down + height - 7) / 2, Math.Max(0, (y.Shape[2] - 1) * across + width - 8) / 2);
        for (var i = 0; i < y.Shape[1]; i++)
        {
            for (var j = 0; j < y.Shape[2]; j++)
            {
                var seen = x[.., Math.Max(0, i * down - top)..Math.Min(7, i * down - top + height), Math.Max(0, j * across - left)..Math.Min(8, j * across - left + width)];
                Near.Equal(seen.Max([1, 2]), y[.., i, j], 1e-15);
            }
        }
        foreach (var check in (GradientCheck[])[
            Gradient.Check((Tensor t) => t.MaxPool2D([height, width], [down, across], padding), x),
            Gradient.Check(Gradient.Of((Tensor t) => t.MaxPool2D([height, width], [down, across], padding).Square()), x)])
        {
            Assert.True(check.RelativeError < 1e-6, check.ToString());
        }
    }

    [Fact]
    public void The_bits_depend_neither_on_threads_nor_on_vectors_nor_on_the_plan()
    {
        var x = Conv2DOpTests.Filled(4, 20, 20, 37).Cast(DType.Float32);
        byte[]? first = null;
        Tensor Run(Tensor t) => Gradient.Of((Tensor a) => a.MaxPool2D([3], [2], Padding.Same).Square())(t);
        Widths.ForEach(how =>
        {
            byte[] bits = [.. Widths.Bytes(x.MaxPool2D([3], [2], Padding.Same)), .. Widths.Bytes(Run(x))];
            Assert.True((first ??= bits).AsSpan().SequenceEqual(bits), how);
        });
        Assert.Equal(Widths.Bytes(Run(x)).ToArray(), Widths.Bytes(Planned.Run(Run, x)).ToArray());
    }

    [Fact]
    public void The_gradient_goes_to_the_first_of_equally_great_elements_and_NaN_goes_through()
    {
        var x = Tensor.From([1.0, 3, 3, 2], 1, 2, 2, 1);
        Near.Equal([0, 1, 0, 0], Gradient.Of((Tensor t) => t.MaxPool2D([2]))(x), 0);
        var odd = Tensor.From([1.0, double.NaN, 3, 2], 1, 2, 2, 1);
        Near.Equal([double.NaN], odd.MaxPool2D([2]), 0);
        Near.Equal([0, 1, 0, 0], Gradient.Of((Tensor t) => t.MaxPool2D([2]))(odd), 0);
    }

    [Fact]
    public void A_window_without_a_place_is_named() =>
        Assert.Contains("3 × 3", Assert.Throws<ArgumentException>(() => Tensor.Ones([1, 2, 5, 1]).MaxPool2D([3])).Message, StringComparison.Ordinal);
}
