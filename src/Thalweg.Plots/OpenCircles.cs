using ScottPlot;
using SkiaSharp;

namespace Thalweg.Plots;

/// <summary>
/// White discs with a coloured rim on some points of a curve. ScottPlot's own markers would take over the dashes of the
/// curve that was drawn before them.
/// </summary>
/// <param name="points">Where the circles stand.</param>
/// <param name="color">The rim's colour.</param>
sealed class OpenCircles(IReadOnlyList<Coordinates> points, Color color) : IPlottable
{
    const float Radius = 3.5f, Rim = 1.5f;

    /// <summary>Where the circles stand.</summary>
    public IReadOnlyList<Coordinates> Points => points;

    public bool IsVisible { get; set; } = true;

    public IAxes Axes { get; set; } = new Axes();

    public IEnumerable<LegendItem> LegendItems => [];

    public AxisLimits GetAxisLimits() => new(points);

    public void Render(RenderPack rp) => Draw(rp.Canvas, points.Select(Axes.GetPixel), color);

    /// <summary>Draws circles at pixels, here and in the legend.</summary>
    public static void Draw(SKCanvas canvas, IEnumerable<Pixel> centres, Color color)
    {
        using var disc = new SKPaint { Color = SKColors.White, IsAntialias = true };
        using var rim = new SKPaint { Color = color.ToSKColor(), IsStroke = true, StrokeWidth = Rim, IsAntialias = true };
        foreach (var centre in centres)
        {
            canvas.DrawCircle(centre.X, centre.Y, Radius, disc);
            canvas.DrawCircle(centre.X, centre.Y, Radius, rim);
        }
    }
}
