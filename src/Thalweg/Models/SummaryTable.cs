using System.Globalization;
using System.Text;
using Thalweg.Layers;

namespace Thalweg.Models;

/// <summary>A model's layers as a table, drawn as Keras draws it.</summary>
static class SummaryTable
{
    static readonly int[] LeastWidths = [31, 22, 13], LeastWidthsOfGraph = [19, 17, 10, 17];

    public static string Of(Model model)
    {
        var graph = model as Functional;
        var rows = graph is null ? Rows(model) : Rows(graph);
        string[] heads = ["Layer (type)", "Output Shape", "Param #", .. graph is null ? Array.Empty<string>() : ["Connected to"]];
        int[] widths = [.. graph is null ? LeastWidths : LeastWidthsOfGraph];
        for (var column = 0; column < widths.Length; column++)
        {
            // What a layer is connected to is broken into lines, between words.
            widths[column] = rows.SelectMany(row => column == 3 ? row[column].Split(' ') : [row[column]]).Select(cell => cell.Length).Append(widths[column]).Max();
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
            var connections = graph is null ? [] : Wrapped(rows[i][3], widths[3]);
            Row(text, widths, graph is null ? rows[i] : [.. rows[i][..3], connections[0]], '│');
            foreach (var more in connections.Skip(1))
            {
                Row(text, widths, ["", "", "", more], '│');
            }
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

    static void Row(StringBuilder text, int[] widths, string[] cells, char wall)
    {
        for (var column = 0; column < cells.Length; column++)
        {
            text.Append(wall).Append(' ').Append(column == 2 ? cells[column].PadLeft(widths[column]) : cells[column].PadRight(widths[column])).Append(' ');
        }
        text.Append(wall).Append('\n');
    }

    static List<string[]> Rows(Model model)
    {
        var rows = new List<string[]>();
        var shape = model.InputShape;
        foreach (var layer in model.Layers)
        {
            shape = shape is { } input ? layer.OutputShape(input) : default(Shape?);
            rows.Add([Title(layer), shape is { } output ? output.ToString() : "?", layer.IsBuilt ? Number(layer.ParameterCount) : "0 (unbuilt)"]);
        }
        return rows;
    }

    /// <summary>The layers with what they take: <c>layer[use of it][output]</c>, for all of their uses.</summary>
    static List<string[]> Rows(Functional model)
    {
        var uses = model.Calls.Concat(model.Inputs.Select(input => input.Call)).Distinct().OrderBy(model.NumberOf).ToLookup(call => call.Layer);
        return [.. model.Layers.Select(layer =>
        {
            var outputs = uses[layer].Last().Outputs;
            var from = string.Join(", ", uses[layer].SelectMany(call => call.Inputs).Select(input => string.Create(CultureInfo.InvariantCulture, $"{input.Layer.Name}[{model.NumberOf(input.Call)}][{input.Index}]")));
            return new[]
            {
                Title(layer), outputs.Count == 1 ? outputs[0].Shape.ToString() : $"[{string.Join(", ", outputs.Select(output => output.Shape))}]", Number(layer.ParameterCount), from.Length == 0 ? "-" : from,
            };
        })];
    }

    static string Title(Layer layer) => $"{layer.Name} ({layer.ClassName})";

    static List<string> Wrapped(string text, int width)
    {
        List<string> lines = [""];
        foreach (var word in text.Split(' '))
        {
            if (lines[^1].Length > 0 && lines[^1].Length + 1 + word.Length > width)
            {
                lines.Add("");
            }
            lines[^1] += lines[^1].Length == 0 ? word : " " + word;
        }
        return lines;
    }

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
