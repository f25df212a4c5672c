namespace Thalweg.Exchange.Onnx;

/// <summary>Raw columns in front of a network, and answers behind it, in ONNX's operations.</summary>
/// <remarks>One input for each column and the outputs <c>label</c> and <c>probabilities</c>, or <c>variable</c>, as converters of scikit-learn's pipelines write them.</remarks>
static class OnnxPreprocessing
{
    /// <summary>Appends what encodes and scales raw columns; the inputs, and the name of the network's input.</summary>
    public static (IReadOnlyList<OnnxValue> Inputs, string Features) Before(OnnxGraph graph, OnnxTable table)
    {
        var (inputs, parts) = (new List<OnnxValue>(), new List<string>());
        foreach (var column in table.Columns)
        {
            var input = graph.Take(column.Name);
            graph.Scope = $"encode/{column.Name}";
            inputs.Add(new OnnxValue(input, column is OnnxTextColumn ? OnnxValue.Text : OnnxValue.Float, [Shape.Unknown, 1]));
            if (column is OnnxTextColumn text)
            {
                parts.Add(Levels(graph, text, input));
            }
            else
            {
                parts.AddRange(Numbers(graph, (OnnxNumberColumn)column, input));
            }
        }
        graph.Scope = "encode";
        // Float64, as a year or a mass in grams loses its last digits when its mean is subtracted in Float32.
        var x = graph.Node("Concat", parts, ("axis", 1));
        if (table is { Means: { } means, Deviations: { } deviations })
        {
            x = graph.Node("Sub", [x, graph.Constant("encode/means", Tensor.From<double>([.. means]))]);
            x = graph.Node("Div", [x, graph.Constant("encode/deviations", Tensor.From<double>([.. deviations]))]);
        }
        return (inputs, graph.Type == DType.Float64 ? x : graph.Node("Cast", [x], ("to", OnnxValue.Float)));
    }

    /// <summary>Appends what makes answers of the network's outputs.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="table">What the outputs mean.</param>
    /// <param name="y">The name of the network's output.</param>
    /// <param name="units">How many numbers it has for each row.</param>
    public static IReadOnlyList<OnnxValue> After(OnnxGraph graph, OnnxTable table, string y, int units)
    {
        graph.Scope = "answer";
        var classes = table.ClassNames.Count;
        if (classes == 0)
        {
            return [graph.Value(Named(graph, "variable", y), [Shape.Unknown, units])];
        }
        if (table.FromLogits)
        {
            y = units == 1 ? graph.Node("Sigmoid", [y]) : graph.Node("Softmax", [y], ("axis", 1));
        }
        if (units == 1)
        {
            y = graph.Node("Concat", [graph.Node("Sub", [graph.Number(1), y]), y], ("axis", 1));
        }
        long[] numbers = [.. Enumerable.Range(0, classes).Select(number => (long)number)];
        var label = graph.Node($"{OnnxGraph.MachineLearning}:LabelEncoder", [graph.Node("ArgMax", [y], ("axis", 1), ("keepdims", 0))], ("keys_int64s", numbers), ("values_strings", table.ClassNames));
        return [new OnnxValue(Named(graph, "label", label), OnnxValue.Text, [Shape.Unknown]), graph.Value(Named(graph, "probabilities", y), [Shape.Unknown, classes])];
    }

    static IEnumerable<string> Numbers(OnnxGraph graph, OnnxNumberColumn column, string input)
    {
        var wide = graph.Node("Cast", [input], ("to", OnnxValue.Double));
        var missing = graph.Node("IsNaN", [wide]);
        yield return graph.Node("Where", [missing, graph.Constant($"{graph.Scope}/mean", Tensor.Scalar(column.Mean, DType.Float64)), wide]);
        if (column.MarksMissing)
        {
            yield return graph.Node("Cast", [missing], ("to", OnnxValue.Double));
        }
    }

    static string Levels(OnnxGraph graph, OnnxTextColumn column, string input)
    {
        int levels = column.Levels.Count, width = column.HasMissingLevel ? levels + 1 : levels;
        string[] missing = column.HasMissingLevel ? [.. column.MissingTexts.Except(column.Levels)] : [];
        string[] keys = [.. column.Levels, .. missing];
        long[] numbers = [.. Enumerable.Range(0, keys.Length).Select(number => (long)Math.Min(number, levels))];
        // Beyond the last level is no level: OneHot gives zeros there.
        var level = graph.Node($"{OnnxGraph.MachineLearning}:LabelEncoder", [input], ("keys_strings", keys), ("values_int64s", numbers), ("default_int64", width));
        var marks = graph.Node("OneHot", [level, graph.Integers(width), graph.Constant($"{graph.Scope}/off_on", Tensor.Of(0f, 1f))], ("axis", -1));
        return graph.Node("Cast", [graph.Node("Flatten", [marks], ("axis", 1))], ("to", OnnxValue.Double));
    }

    static string Named(OnnxGraph graph, string name, string value)
    {
        graph.Scope = "";
        return graph.Rename(name, value);
    }
}
