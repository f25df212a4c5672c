using System.Xml.Linq;
using SkiaSharp;

namespace Thalweg.Plots.Tests;

public sealed class FigureTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("thalweg-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    static Figure TwoPanels()
    {
        var left = Panel.New("left one", "epoch");
        Panel.Line(left, [1, 2, 3], [3, 2, 1], SeriesStyle.Of(0));
        var right = Panel.New("right one", "epoch");
        Panel.Line(right, [1, 2, 3], [1, 2, 1], SeriesStyle.Of(1));
        return new Figure([left, right], [new("falls", SeriesStyle.Of(0)), new("rises", SeriesStyle.Of(1))]);
    }

    [Fact]
    public void Svg_is_a_document_of_the_given_size_with_readable_text()
    {
        var svg = XDocument.Parse(TwoPanels().ToSvg(800, 400)).Root!;
        Assert.Equal("svg", svg.Name.LocalName);
        Assert.Equal("800", (string?)svg.Attribute("width"));
        Assert.Equal("400", (string?)svg.Attribute("height"));
        var texts = svg.Descendants().Where(node => node.Name.LocalName == "text").Select(node => node.Value.Trim()).ToArray();
        Assert.Contains("left one", texts);
        Assert.Contains("right one", texts);
        Assert.Contains("rises", texts);
    }

    [Fact]
    public void Svg_asks_for_fonts_that_a_machine_has_and_ends_no_list_in_a_comma()
    {
        string svg = TwoPanels().ToSvg();
        Assert.Contains($"\"{PlotFont.SvgFamilies}\"", svg, StringComparison.Ordinal);
        Assert.DoesNotContain(", \"", svg, StringComparison.Ordinal);
    }

    [Fact]
    public void Png_has_two_pixels_for_one_and_ink_in_both_panels_and_the_legend()
    {
        using var bitmap = SKBitmap.Decode(TwoPanels().ToPng(800, 400));
        Assert.Equal((1600, 800), (bitmap.Width, bitmap.Height));
        var blue = SeriesStyle.Of(0).Color.ToSKColor();
        var vermilion = SeriesStyle.Of(1).Color.ToSKColor();
        Assert.True(Holds(bitmap, blue, left: 0, top: 0, right: 800, bottom: 730), "the left panel has no curve");
        Assert.True(Holds(bitmap, vermilion, left: 800, top: 0, right: 1600, bottom: 730), "the right panel has no curve");
        Assert.True(Holds(bitmap, blue, left: 0, top: 740, right: 1600, bottom: 800), "the legend has no line");
    }

    [Fact]
    public void The_same_figure_gives_the_same_file() => Assert.Equal(TwoPanels().ToPng(), TwoPanels().ToPng());

    [Theory]
    [InlineData("curve.svg", (byte)'<')]
    [InlineData("curve.PNG", (byte)0x89)]
    public void The_extension_chooses_the_format(string name, byte firstByte)
    {
        string path = Path.Combine(folder, name);
        TwoPanels().Save(path);
        Assert.Equal(firstByte, File.ReadAllBytes(path)[0]);
    }

    [Fact]
    public void Another_extension_is_refused_with_what_there_is()
    {
        var error = Assert.Throws<ArgumentException>(() => TwoPanels().Save(Path.Combine(folder, "curve.bmp")));
        Assert.Contains(".svg or .png", error.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(folder));
    }

    [Fact]
    public void A_missing_folder_is_an_error() =>
        Assert.Throws<DirectoryNotFoundException>(() => TwoPanels().SaveSvg(Path.Combine(folder, "none", "curve.svg")));

    [Fact]
    public void A_size_below_one_pixel_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => TwoPanels().ToSvg(0, 100));

    [Fact]
    public void Four_panels_stand_in_two_rows()
    {
        var panels = Enumerable.Range(0, 4).Select(i => Panel.New($"panel {i}", "x")).ToArray();
        var svg = XDocument.Parse(new Figure(panels, []).ToSvg()).Root!;
        Assert.Equal("1380", (string?)svg.Attribute("width"));
        Assert.Equal("680", (string?)svg.Attribute("height"));
    }

    static bool Holds(SKBitmap bitmap, SKColor color, int left, int top, int right, int bottom)
    {
        for (int y = top; y < bottom; y++)
            for (int x = left; x < right; x++)
                if (bitmap.GetPixel(x, y) == color)
                    return true;
        return false;
    }
}
