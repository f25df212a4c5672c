using SkiaSharp;

namespace Thalweg.Plots.Tests;

public class FigureLegendTests
{
    static readonly LegendEntry[] Six = [.. Enumerable.Range(0, 6).Select(i => new LegendEntry($"optimizer=number {i}", SeriesStyle.Of(i), Circles: i == 5))];

    [Fact]
    public void A_narrow_figure_gives_the_legend_more_rows()
    {
        var legend = new FigureLegend(Six);
        Assert.True(legend.HeightFor(300) > legend.HeightFor(700));
        Assert.True(legend.HeightFor(700) > legend.HeightFor(2000));
    }

    [Fact]
    public void No_entries_take_no_height() => Assert.Equal(0, new FigureLegend([]).HeightFor(500));

    [Fact]
    public void Draws_every_colour()
    {
        using var bitmap = new SKBitmap(2000, 60);
        using (var canvas = new SKCanvas(bitmap))
        {
            canvas.Clear(SKColors.White);
            new FigureLegend(Six).Draw(canvas, top: 0, width: 2000);
        }
        var drawn = bitmap.Pixels.ToHashSet();
        Assert.All(Six, entry => Assert.Contains(entry.Style.Color.ToSKColor(), drawn));
    }
}
