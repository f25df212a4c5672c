using Thalweg.Layers;

namespace Thalweg.Exchange.Onnx;

/// <summary>Layers with several inputs in ONNX's operations.</summary>
static class OnnxMerges
{
    /// <summary>Appends a layer; the name of its result.</summary>
    /// <exception cref="NotSupportedException">The layer is one of one's own, or a Dot of tensors with other than two or three axes.</exception>
    public static string Write(OnnxGraph graph, MergingLayer layer, IReadOnlyList<string> x, IReadOnlyList<Shape> shapes, string prefix = "")
    {
        graph.Scope = prefix + layer.Name;
        return layer switch
        {
            Add => Chain("Add"),
            Subtract => Chain("Sub"),
            Multiply => Chain("Mul"),
            Maximum => Chain("Max"),
            Minimum => Chain("Min"),
            Average => graph.Node("Div", [Chain("Add"), graph.Number(x.Count)]),
            Concatenate concatenate => graph.Node("Concat", x, ("axis", concatenate.Axis)),
            Dot dot => Products(graph, dot, x, shapes),
            _ => throw new NotSupportedException($"The layer '{layer.Name}' is a {layer.ClassName}, which can't be written as ONNX."),
        };

        string Chain(string operation)
        {
            var rank = shapes.Max(shape => shape.Rank);
            return x.Select((input, i) => Aligned(graph, input, rank - shapes[i].Rank)).Aggregate((a, b) => graph.Node(operation, [a, b]));
        }
    }

    /// <summary>With axes of length 1 behind the batch.</summary>
    static string Aligned(OnnxGraph graph, string x, int missing) =>
        missing == 0 ? x : graph.Node("Unsqueeze", [x, graph.Integers([.. Enumerable.Range(1, missing).Select(axis => (long)axis)])]);

    static string Products(OnnxGraph graph, Dot dot, IReadOnlyList<string> x, IReadOnlyList<Shape> shapes)
    {
        if (shapes[0].Rank != shapes[1].Rank || shapes[0].Rank is not (2 or 3))
        {
            throw new NotSupportedException($"The layer '{dot.Name}' takes the shapes {shapes[0]} and {shapes[1]}; a Dot of two inputs with two or with three axes can be written as ONNX.");
        }
        var (i, j) = (shapes[0].Axis(dot.Axes[0]), shapes[1].Axis(dot.Axes[1]));
        var (a, b) = dot.Normalize ? (Unit(graph, x[0], i), Unit(graph, x[1], j)) : (x[0], x[1]);
        if (shapes[0].Rank == 2)
        {
            return graph.Node("ReduceSum", [graph.Node("Mul", [a, b]), graph.Integers(1)], ("keepdims", 1));
        }
        IReadOnlyList<long> turned = [0, 2, 1];
        return graph.Node("MatMul", [i == 2 ? a : graph.Node("Transpose", [a], ("perm", turned)), j == 1 ? b : graph.Node("Transpose", [b], ("perm", turned))]);
    }

    /// <summary>Vectors along an axis, of length 1.</summary>
    static string Unit(OnnxGraph graph, string x, int axis)
    {
        var squares = graph.Node("ReduceSum", [graph.Node("Mul", [x, x]), graph.Integers(axis)], ("keepdims", 1));
        return graph.Node("Div", [x, graph.Node("Sqrt", [graph.Node("Max", [squares, graph.Number(1e-12)])])]);
    }
}
