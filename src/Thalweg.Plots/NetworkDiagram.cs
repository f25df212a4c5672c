using System.Globalization;
using SkiaSharp;
using Thalweg.Activations;
using Thalweg.Layers;
using Thalweg.Models;

namespace Thalweg.Plots;

/// <summary>
/// A network as a drawing: a column of circles for the inputs and for each layer with units, boxes for layers that pass numbers
/// on, and below each its name, size, activation and number of parameters. Of large layers the middle is left out.
/// </summary>
public sealed class NetworkDiagram : Picture
{
    const float Radius = 11, Pitch = 31, ColumnWidth = 128, BoxWidth = 46, Side = 40, Top = 54, Caption = 84, TextSize = 13, SmallSize = 12;

    static readonly SKColor Ink = new(0x22, 0x22, 0x22), Faint = new(0x66, 0x66, 0x66), Edge = new(0x60, 0x70, 0x80, 0x50);
    static readonly SKColor InputFill = new(0xE8, 0xED, 0xF2), HiddenFill = new(0xCF, 0xE6, 0xF5), OutputFill = new(0xFA, 0xDD, 0xC8), BoxFill = new(0xF3, 0xF3, 0xF3);
    static readonly SKColor InputLine = new(0x60, 0x70, 0x80), HiddenLine = new(0x00, 0x72, 0xB2), OutputLine = new(0xD5, 0x5E, 0x00);

    readonly string title;
    readonly Column[] columns;
    readonly int mostShown;

    NetworkDiagram(string title, Column[] columns, int mostShown) => (this.title, this.columns, this.mostShown) = (title, columns, mostShown);

    /// <summary>The diagram of a model that knows its input shape.</summary>
    /// <param name="model">The model.</param>
    /// <param name="units">The most circles in a column; of a larger layer the first and the last are drawn, with dots between.</param>
    /// <exception cref="ArgumentException">The model isn't built, its layers aren't one after the other, or fewer than 3 circles are allowed.</exception>
    /// <example><code>NetworkDiagram.Of(model).SaveSvg("network.svg");</code></example>
    public static NetworkDiagram Of(Model model, int units = 11)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentOutOfRangeException.ThrowIfLessThan(units, 3);
        if (model.InputShape is not { } shape)
            throw new ArgumentException($"'{model.Name}' doesn't know its input yet: give it an InputLayer, or call it once.", nameof(model));
        var columns = new List<Column> { new("input", UnitsOf(shape), ShapeText(shape), "", IsBox: UnitsOf(shape) is null) };
        foreach (var layer in Chain(model))
        {
            bool changes = layer.OutputShape(shape) != shape || layer.TrainableWeights.Count > 0;
            shape = layer.OutputShape(shape);
            string what = layer switch
            {
                Dense { Activation: not Linear } dense => $"{ShapeText(shape)} · {dense.Activation.Name}",
                ConvolutionLayer { Activation: not Linear } convolution => $"{ShapeText(shape)} · {convolution.Activation.Name}",
                ActivationLayer activation => activation.Activation.Name,
                Dropout dropout => string.Create(CultureInfo.InvariantCulture, $"rate {dropout.Rate:0.##}"),
                _ => ShapeText(shape),
            };
            string parameters = layer.ParameterCount == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{layer.ParameterCount:N0} parameters");
            columns.Add(new(layer.Name, UnitsOf(shape), what, parameters, IsBox: !changes || UnitsOf(shape) is null));
        }
        string title = string.Create(CultureInfo.InvariantCulture, $"{model.Name}: {model.ParameterCount:N0} parameters");
        return new NetworkDiagram(title, [.. columns], units);
    }

    /// <summary>The layers one after the other, without the input's.</summary>
    static IEnumerable<Layer> Chain(Model model)
    {
        if (model is not Functional graph)
            return model.Layers;
        bool isChain = graph.Inputs.Count == 1 && graph.Outputs.Count == 1 && graph.Calls.Zip(graph.Calls.Skip(1)).All(pair => pair.Second.Inputs is [var only] && only.Call == pair.First);
        return isChain ? graph.Calls.Select(call => call.Layer).Where(layer => layer is not InputLayer)
            : throw new ArgumentException($"'{model.Name}' has branches, and the diagram draws layers one after the other. model.Summary() shows what they are connected to.", nameof(model));
    }

    private protected override (int Width, int Height) SizeOf(int? width, int? height)
    {
        int w = width ?? (int)NaturalWidth, h = height ?? (int)NaturalHeight;
        return w > 0 && h > 0 ? (w, h) : throw new ArgumentOutOfRangeException(nameof(width), $"A diagram needs a width and a height of at least 1 pixel; got {w} × {h}.");
    }

    private protected override void Draw(SKCanvas canvas, int width, int height)
    {
        canvas.Clear(SKColors.White);
        float scale = Math.Min(width / NaturalWidth, height / NaturalHeight);
        canvas.Translate((width - NaturalWidth * scale) / 2, (height - NaturalHeight * scale) / 2);
        canvas.Scale(scale);

        using var ink = new SKPaint { Color = Ink, IsAntialias = true };
        using var faint = new SKPaint { Color = Faint, IsAntialias = true };
        using var titleFont = Font(15);
        using var font = Font(TextSize);
        using var small = Font(SmallSize);
        canvas.DrawText(title, NaturalWidth / 2, 26, SKTextAlign.Center, titleFont, ink);
        float middle = Top + BodyHeight / 2;
        float[] places = Places();
        Edges(canvas, places, middle);
        int last = Array.FindLastIndex(columns, column => !column.IsBox);
        for (int i = 0; i < columns.Length; i++)
        {
            var column = columns[i];
            if (column.IsBox)
                Box(canvas, places[i], middle, column);
            else
                Circles(canvas, places[i], middle, column, i == 0 ? (InputFill, InputLine) : i == last ? (OutputFill, OutputLine) : (HiddenFill, HiddenLine));
            float y = Top + BodyHeight + 26;
            canvas.DrawText(column.Name, places[i], y, SKTextAlign.Center, font, ink);
            canvas.DrawText(column.What, places[i], y + 18, SKTextAlign.Center, small, faint);
            canvas.DrawText(column.Parameters, places[i], y + 35, SKTextAlign.Center, small, faint);
        }
    }

    float NaturalWidth => Math.Max(2 * Side + columns.Sum(column => column.IsBox ? ColumnWidth * 0.85f : ColumnWidth), 300);

    float BodyHeight => Math.Max(3, columns.Where(column => !column.IsBox).Select(column => Rows(column.Units)).DefaultIfEmpty(3).Max()) * Pitch;

    float NaturalHeight => Top + BodyHeight + Caption;

    /// <summary>Rows of a column: its circles, and one for the dots.</summary>
    int Rows(int? units) => units is not { } count ? 3 : count <= mostShown ? count : mostShown;

    float[] Places()
    {
        var places = new float[columns.Length];
        float x = (NaturalWidth - columns.Sum(column => column.IsBox ? ColumnWidth * 0.85f : ColumnWidth)) / 2;
        for (int i = 0; i < columns.Length; i++)
        {
            float own = columns[i].IsBox ? ColumnWidth * 0.85f : ColumnWidth;
            places[i] = x + own / 2;
            x += own;
        }
        return places;
    }

    /// <summary>The heights of a column's circles; where units are left out, the row in the middle stays free for the dots.</summary>
    List<float> Heights(int units, float middle)
    {
        int rows = Rows(units);
        var heights = new List<float>();
        for (int row = 0; row < rows; row++)
        {
            if (units <= mostShown || row != rows / 2)
                heights.Add(middle + (row - (rows - 1) / 2f) * Pitch);
        }
        return heights;
    }

    void Edges(SKCanvas canvas, float[] places, float middle)
    {
        using var line = new SKPaint { Color = Edge, IsStroke = true, StrokeWidth = 0.8f, IsAntialias = true };
        for (int i = 1; i < columns.Length; i++)
        {
            if (columns[i - 1] is { IsBox: false, Units: { } from } && columns[i] is { IsBox: false, Units: { } to })
            {
                foreach (float a in Heights(from, middle))
                {
                    foreach (float b in Heights(to, middle))
                        canvas.DrawLine(places[i - 1] + Radius, a, places[i] - Radius, b, line);
                }
                continue;
            }
            // To and from a box: one line for each circle, and one between boxes.
            float left = places[i - 1] + (columns[i - 1].IsBox ? BoxWidth / 2 : Radius), right = places[i] - (columns[i].IsBox ? BoxWidth / 2 : Radius);
            var heights = columns[i - 1] is { IsBox: false, Units: { } before } ? Heights(before, middle) : columns[i] is { IsBox: false, Units: { } after } ? Heights(after, middle) : [middle];
            foreach (float y in heights)
                canvas.DrawLine(left, y, right, y, line);
        }
    }

    void Circles(SKCanvas canvas, float x, float middle, Column column, (SKColor Fill, SKColor Line) colors)
    {
        using var fill = new SKPaint { Color = colors.Fill, IsAntialias = true };
        using var line = new SKPaint { Color = colors.Line, IsStroke = true, StrokeWidth = 1.5f, IsAntialias = true };
        foreach (float y in Heights(column.Units!.Value, middle))
        {
            canvas.DrawCircle(x, y, Radius, fill);
            canvas.DrawCircle(x, y, Radius, line);
        }
        if (column.Units <= mostShown)
            return;
        int rows = Rows(column.Units);
        float center = middle + (rows / 2 - (rows - 1) / 2f) * Pitch;
        using var dot = new SKPaint { Color = colors.Line, IsAntialias = true };
        for (int i = -1; i <= 1; i++)
            canvas.DrawCircle(x, center + i * 7, 1.8f, dot);
    }

    void Box(SKCanvas canvas, float x, float middle, Column column)
    {
        float half = BodyHeight / 2 - 4;
        var place = new SKRect(x - BoxWidth / 2, middle - half, x + BoxWidth / 2, middle + half);
        using var fill = new SKPaint { Color = BoxFill, IsAntialias = true };
        using var line = new SKPaint { Color = InputLine, IsStroke = true, StrokeWidth = 1.2f, IsAntialias = true };
        canvas.DrawRoundRect(place, 8, 8, fill);
        canvas.DrawRoundRect(place, 8, 8, line);
        using var ink = new SKPaint { Color = Ink, IsAntialias = true };
        using var font = Font(SmallSize);
        canvas.Save();
        canvas.RotateDegrees(-90, x, middle);
        canvas.DrawText(column.Name, x, middle + SmallSize * 0.36f, SKTextAlign.Center, font, ink);
        canvas.Restore();
    }

    static int? UnitsOf(Shape shape) => shape.Rank == 2 && shape[1] != Shape.Unknown ? shape[1] : null;

    /// <summary>Lengths of the axes after the batch's.</summary>
    static string ShapeText(Shape shape) => string.Join(" × ", Enumerable.Range(1, Math.Max(0, shape.Rank - 1)).Select(axis => shape[axis] == Shape.Unknown ? "?" : shape[axis].ToString("N0", CultureInfo.InvariantCulture)));

    static SKFont Font(float size) => new(PlotFont.Regular, size) { Subpixel = true, LinearMetrics = true };

    /// <summary>One layer of the drawing.</summary>
    /// <param name="Name">The layer's name.</param>
    /// <param name="Units">How many numbers a sample has there; null for more than one axis.</param>
    /// <param name="What">Size and activation.</param>
    /// <param name="Parameters">The number of parameters; empty where there are none.</param>
    /// <param name="IsBox">Whether it only passes numbers on.</param>
    sealed record Column(string Name, int? Units, string What, string Parameters, bool IsBox);
}
