using ScottPlot;
using SkiaSharp;

namespace Thalweg.Plots;

/// <summary>
/// The legend that all panels of a figure share: a strip below them, centred, in as many rows as it needs. It covers no
/// curve.
/// </summary>
sealed class FigureLegend(IReadOnlyList<LegendEntry> entries)
{
    const float TextSize = 14, RowHeight = 24, SampleLength = 38, SampleGap = 8, EntryGap = 28, Padding = 8;

    /// <summary>How much height the legend takes from a figure of this width.</summary>
    public float HeightFor(float width) => entries.Count == 0 ? 0 : Rows(width).Count * RowHeight + Padding;

    /// <summary>Draws the legend with its upper edge at <paramref name="top"/>.</summary>
    public void Draw(SKCanvas canvas, float top, float width)
    {
        using var font = NewFont();
        using var ink = new SKPaint { Color = new SKColor(0x22, 0x22, 0x22), IsAntialias = true };
        float y = top + RowHeight / 2;
        foreach (var row in Rows(width))
        {
            float x = (width - row.Sum(entry => WidthOf(entry, font)) - EntryGap * (row.Count - 1)) / 2;
            foreach (var entry in row)
            {
                DrawSample(canvas, entry, x, y);
                canvas.DrawText(entry.Label, x + SampleLength + SampleGap, y + TextSize * 0.36f, SKTextAlign.Left, font, ink);
                x += WidthOf(entry, font) + EntryGap;
            }
            y += RowHeight;
        }
    }

    List<List<LegendEntry>> Rows(float width)
    {
        using var font = NewFont();
        var rows = new List<List<LegendEntry>>();
        float used = float.PositiveInfinity;
        foreach (var entry in entries)
        {
            float needed = WidthOf(entry, font) + EntryGap;
            if (used + needed > width)
            {
                rows.Add([]);
                used = 0;
            }
            rows[^1].Add(entry);
            used += needed;
        }
        return rows;
    }

    static void DrawSample(SKCanvas canvas, LegendEntry entry, float x, float y)
    {
        using var dashes = entry.Style.Pattern.GetPathEffect();
        using var line = new SKPaint
        {
            Color = entry.Style.Color.ToSKColor(),
            IsStroke = true,
            StrokeWidth = 2,
            IsAntialias = true,
            PathEffect = dashes,
        };
        canvas.DrawLine(x, y, x + SampleLength, y, line);
        if (entry.Circles)
            OpenCircles.Draw(canvas, [new Pixel(x + SampleLength / 2, y)], entry.Style.Color);
    }

    static float WidthOf(LegendEntry entry, SKFont font) => SampleLength + SampleGap + font.MeasureText(entry.Label);

    static SKFont NewFont() => new(PlotFont.Regular, TextSize) { Subpixel = true, LinearMetrics = true };
}
