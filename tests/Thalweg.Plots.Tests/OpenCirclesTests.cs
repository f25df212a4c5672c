using ScottPlot;
using SkiaSharp;

namespace Thalweg.Plots.Tests;

public class OpenCirclesTests
{
    [Fact]
    public void A_circle_is_white_inside_and_coloured_at_its_rim()
    {
        using var bitmap = new SKBitmap(20, 20);
        using (var canvas = new SKCanvas(bitmap))
        {
            canvas.Clear(SKColors.Black);
            OpenCircles.Draw(canvas, [new Pixel(10, 10)], Colors.Red);
        }
        Assert.Equal(SKColors.White, bitmap.GetPixel(10, 10));
        Assert.True(bitmap.GetPixel(13, 10) is { Red: > 200, Green: < 150 }, bitmap.GetPixel(13, 10).ToString());
        Assert.Equal(SKColors.Black, bitmap.GetPixel(1, 1));
    }

    [Fact]
    public void The_axes_make_room_for_it()
    {
        var limits = new OpenCircles([new(1, 5), new(3, 2)], Colors.Red).GetAxisLimits();
        Assert.Equal((1, 3, 2, 5), (limits.Left, limits.Right, limits.Bottom, limits.Top));
    }
}
