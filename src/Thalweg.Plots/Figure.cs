using ScottPlot;
using SkiaSharp;

namespace Thalweg.Plots;

/// <summary>
/// A picture of one or several panels with a legend that they share, which can be saved as SVG or PNG. The panels are
/// ScottPlot plots: change them before saving.
/// </summary>
/// <example><code>history.Plot().SaveSvg("history.svg");</code></example>
public sealed class Figure : Picture
{
    const int PanelWidth = 460, PanelHeight = 340, MostColumns = 3;

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

    private protected override void Draw(SKCanvas canvas, int width, int height)
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

    private protected override (int Width, int Height) SizeOf(int? width, int? height)
    {
        int w = width ?? columns * PanelWidth;
        int h = height ?? rows * PanelHeight + (int)legend.HeightFor(w);
        if (w < 1 || h < 1)
            throw new ArgumentOutOfRangeException(nameof(width), $"A figure needs a width and a height of at least 1 pixel; got {w} × {h}.");
        return (w, h);
    }
}
