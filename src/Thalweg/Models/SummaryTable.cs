using System.Globalization;
using System.Text;

namespace Thalweg.Models;

/// <summary>A model's layers as a table, drawn as Keras draws it.</summary>
static class SummaryTable
{
    static readonly int[] LeastWidths = [31, 22, 13];

    public static string Of(Model model)
    {
        var rows = new List<string[]>();
        var shape = model.InputShape;
        foreach (var layer in model.Layers)
        {
            shape = shape is { } input ? layer.OutputShape(input) : default(Shape?);
            rows.Add([$"{layer.Name} ({layer.ClassName})", shape is { } output ? output.ToString() : "?", layer.IsBuilt ? Number(layer.ParameterCount) : "0 (unbuilt)"]);
        }
        string[] heads = ["Layer (type)", "Output Shape", "Param #"];
        var widths = new int[3];
        for (var column = 0; column < 3; column++)
        {
            widths[column] = rows.Select(row => row[column].Length).Append(LeastWidths[column]).Max();
        }

        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"Model: \"{model.Name}\"\n");
        Line(text, widths, '┏', '━', '┳', '┓');
        Row(text, widths, heads, '┃');
        Line(text, widths, '┡', '━', '╇', '┩');
        for (var i = 0; i < rows.Count; i++)
        {
            if (i > 0)
            {
                Line(text, widths, '├', '─', '┼', '┤');
            }
            Row(text, widths, rows[i], '│');
        }
        Line(text, widths, '└', '─', '┴', '┘');

        var (trainable, state) = (model.TrainableWeights, model.Optimizer?.Variables ?? []);
        var frozen = model.Weights.Except(trainable).ToArray();
        Total(text, "Total params", [.. model.Weights, .. state.Count > 2 ? state : []]);
        Total(text, "Trainable params", trainable);
        Total(text, "Non-trainable params", frozen);
        if (state.Count > 2)
        {
            Total(text, "Optimizer params", state);
        }
        return text.ToString();
    }

    static void Line(StringBuilder text, int[] widths, char left, char fill, char middle, char right) =>
        text.Append(left).AppendJoin(middle, widths.Select(width => new string(fill, width + 2))).Append(right).Append('\n');

    static void Row(StringBuilder text, int[] widths, string[] cells, char wall) =>
        text.Append(CultureInfo.InvariantCulture, $"{wall} {cells[0].PadRight(widths[0])} {wall} {cells[1].PadRight(widths[1])} {wall} {cells[2].PadLeft(widths[2])} {wall}\n");

    static void Total(StringBuilder text, string what, IReadOnlyList<Variable> weights) =>
        text.Append(CultureInfo.InvariantCulture, $" {what}: {Number(weights.Sum(weight => (long)weight.Shape.Size))} ({Memory(weights.Sum(weight => (long)weight.Shape.Size * weight.DType.Size))})\n");

    static string Number(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>Bytes in the largest unit of which there is at least one.</summary>
    static string Memory(long bytes)
    {
        var (size, unit) = ((double)bytes, 0);
        string[] units = ["B", "KB", "MB", "GB"];
        while (size >= 1024 && unit + 1 < units.Length)
        {
            (size, unit) = (size / 1024, unit + 1);
        }
        return size.ToString("0.00", CultureInfo.InvariantCulture) + " " + units[unit];
    }
}
