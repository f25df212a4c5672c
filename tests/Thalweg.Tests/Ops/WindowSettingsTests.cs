namespace Thalweg.Tests.Ops;

public class WindowSettingsTests
{
    [Fact]
    public void One_number_stands_for_both_axes_and_none_for_1()
    {
        Assert.Equal((1, 1), WindowSettings.Pair([], "strides"));
        Assert.Equal((3, 3), WindowSettings.Pair([3], "strides"));
        Assert.Equal([2, 5], WindowSettings.Two([2, 5], "strides"));
        Assert.Throws<ArgumentOutOfRangeException>(() => WindowSettings.Pair([2, 0], "strides"));
        Assert.Contains("strides has 3 numbers", Assert.Throws<ArgumentException>(() => WindowSettings.Pair([1, 2, 3], "strides")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Padding_gives_a_place_for_each_stride()
    {
        var (window, down, across) = WindowSettings.Of([1, 5, 6, 1], [3], [2], [], Padding.Same, "test");
        Assert.Equal((3, 3, 1, 0), (down, across, window.Top, window.Left));
        Assert.Equal((2, 2), (WindowSettings.Of([1, 5, 6, 1], [3], [2], [], Padding.Valid, "test").Down, WindowSettings.Of([1, 5, 6, 1], [3], [2], [], Padding.Valid, "test").Across));
    }

    [Fact]
    public void Images_have_four_axes() => Assert.Throws<ArgumentException>(() => WindowSettings.Images(Tensor.Ones([3, 4, 5]), "test"));
}
