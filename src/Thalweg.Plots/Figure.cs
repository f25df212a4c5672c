using System.Text;
using System.Text.RegularExpressions;
using ScottPlot;
using SkiaSharp;
using Thalweg.Data;

namespace Thalweg.Plots;

/// <summary>
/// A picture of one or several panels with a legend that they share, which can be saved as SVG or PNG. The panels are
/// ScottPlot plots: change them before saving.
/// </summary>
/// <example><code>history.Plot().SaveSvg("history.svg");</code></example>
public sealed partial class Figure
{
    const int PanelWidth = 460, PanelHeight = 340, MostColumns = 3;
    const float PngScale = 2;

    readonly FigureLegend legend;
    readonly int columns, rows;

    internal Figure(IReadOnlyList<Plot> panels, IReadOnlyList<LegendEntry> legendEntries)
    {
        Panels = panels;
        legend = new FigureLegend(legendEntries);
        columns = Math.Clamp(panels.Count, 1, MostColumns);
        rows = Math.Max(1, (panels.Count + columns - 1) / columns);
        foreach (var panel in panels)
            panel.RenderManager.ClearCanvasBeforeEachRender = false;        // a panel's canvas holds its neighbours too
    }

    /// <summary>The coordinate systems, row by row, to add to or to restyle.</summary>
    public IReadOnlyList<Plot> Panels { get; }

    /// <summary>The figure as the text of an SVG document.</summary>
    /// <param name="width">Width in pixels; 460 for each column of panels if it is not given.</param>
    /// <param name="height">Height in pixels; 340 for each row of panels and the legend if it is not given.</param>
    public string ToSvg(int? width = null, int? height = null)
    {
        var (w, h) = SizeOf(width, height);
        using var stream = new MemoryStream();
        using (var canvas = SKSvgCanvas.Create(new SKRect(0, 0, w, h), stream))
            Draw(canvas, w, h);
        string svg = Encoding.UTF8.GetString(stream.ToArray());
        svg = svg.Replace($"\"{PlotFont.Family}\"", $"\"{PlotFont.SvgFamilies}\"", StringComparison.Ordinal);
        return DanglingComma().Replace(svg, "$1\"");
    }

    /// <summary>The figure as a PNG image of twice as many pixels in each direction, for sharp print and screens.</summary>
    /// <param name="width">Width in units of text, as for <see cref="ToSvg"/>.</param>
    /// <param name="height">Height in units of text, as for <see cref="ToSvg"/>.</param>
    public byte[] ToPng(int? width = null, int? height = null)
    {
        var (w, h) = SizeOf(width, height);
        using var surface = SKSurface.Create(new SKImageInfo((int)(w * PngScale), (int)(h * PngScale)));
        surface.Canvas.Scale(PngScale);
        Draw(surface.Canvas, w, h);
        using var image = surface.Snapshot();
        using var data = image.Encode(SKEncodedImageFormat.Png, quality: 100);
        return data.ToArray();
    }

    /// <summary>Saves the figure as SVG; a file of that name is replaced only when the new one is complete.</summary>
    /// <param name="path">The file to write, in a folder that exists.</param>
    /// <param name="width">Width, as for <see cref="ToSvg"/>.</param>
    /// <param name="height">Height, as for <see cref="ToSvg"/>.</param>
    /// <exception cref="IOException">The file can't be written, or its folder doesn't exist.</exception>
    public void SaveSvg(string path, int? width = null, int? height = null)
    {
        byte[] content = Encoding.UTF8.GetBytes(ToSvg(width, height));
        WholeFile.Write(path, stream => stream.Write(content));
    }

    /// <summary>Saves the figure as PNG; a file of that name is replaced only when the new one is complete.</summary>
    /// <param name="path">The file to write, in a folder that exists.</param>
    /// <param name="width">Width, as for <see cref="ToPng"/>.</param>
    /// <param name="height">Height, as for <see cref="ToPng"/>.</param>
    /// <exception cref="IOException">The file can't be written, or its folder doesn't exist.</exception>
    public void SavePng(string path, int? width = null, int? height = null)
    {
        byte[] content = ToPng(width, height);
        WholeFile.Write(path, stream => stream.Write(content));
    }

    /// <summary>Saves the figure in the format that the file's extension names: .svg or .png.</summary>
    /// <param name="path">The file to write, in a folder that exists.</param>
    /// <param name="width">Width, as for <see cref="ToSvg"/>.</param>
    /// <param name="height">Height, as for <see cref="ToSvg"/>.</param>
    /// <exception cref="ArgumentException">The extension is neither .svg nor .png.</exception>
    /// <exception cref="IOException">The file can't be written, or its folder doesn't exist.</exception>
    public void Save(string path, int? width = null, int? height = null)
    {
        string extension = Path.GetExtension(path);
        if (extension.Equals(".svg", StringComparison.OrdinalIgnoreCase))
            SaveSvg(path, width, height);
        else if (extension.Equals(".png", StringComparison.OrdinalIgnoreCase))
            SavePng(path, width, height);
        else
            throw new ArgumentException($"'{path}' ends in '{extension}', and a figure can be saved as .svg or .png.", nameof(path));
    }

    void Draw(SKCanvas canvas, int width, int height)
    {
        canvas.Clear(SKColors.White);
        float legendTop = height - legend.HeightFor(width);
        float panelWidth = (float)width / columns, panelHeight = legendTop / rows;
        for (int i = 0; i < Panels.Count; i++)
        {
            var corner = new Pixel(i % columns * panelWidth, i / columns * panelHeight);
            Panels[i].Render(canvas, new PixelRect(corner, panelWidth, panelHeight));
        }
        legend.Draw(canvas, legendTop, width);
    }

    // Skia ends lists of glyph positions in a comma, which SVG doesn't allow: a strict reader would drop the list, and pile
    // the text up at the left.
    [GeneratedRegex(@"( [xy]=""[^""]*), """)]
    private static partial Regex DanglingComma();

    (int Width, int Height) SizeOf(int? width, int? height)
    {
        int w = width ?? columns * PanelWidth;
        int h = height ?? rows * PanelHeight + (int)legend.HeightFor(w);
        if (w < 1 || h < 1)
            throw new ArgumentOutOfRangeException(nameof(width), $"A figure needs a width and a height of at least 1 pixel; got {w} × {h}.");
        return (w, h);
    }
}
