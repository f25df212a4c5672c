using Thalweg.Activations;

namespace Thalweg.Exchange.Onnx;

/// <summary>Each activation in ONNX's operations.</summary>
static class OnnxActivations
{
    /// <summary>Appends an activation; the name of its result.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="activation">The function.</param>
    /// <param name="x">The name of its input.</param>
    /// <param name="shape">The input's shape.</param>
    /// <exception cref="NotSupportedException">The activation is one of one's own.</exception>
    public static string Write(OnnxGraph graph, Activation activation, string x, Shape shape) => activation switch
    {
        Linear => x,
        Relu relu => Rectifier(graph, relu, x),
        LeakyRelu leaky => graph.Node("LeakyRelu", [x], ("alpha", leaky.NegativeSlope)),
        Relu6 => Clip(graph, x, 0, 6),
        Elu elu => graph.Node("Elu", [x], ("alpha", elu.Alpha)),
        Selu => graph.Node("Selu", [x]),
        Celu celu => graph.Node("Celu", [x], ("alpha", celu.Alpha)),
        Sigmoid => graph.Node("Sigmoid", [x]),
        Tanh => graph.Node("Tanh", [x]),
        Softplus => graph.Node("Softplus", [x]),
        Softsign => graph.Node("Softsign", [x]),
        Exponential => graph.Node("Exp", [x]),
        HardSigmoid => graph.Node("HardSigmoid", [x], ("alpha", 1.0 / 6), ("beta", 0.5)),
        HardSilu => graph.Node("HardSwish", [x]),
        HardTanh => Clip(graph, x, -1, 1),
        Silu => Times(graph, x, graph.Node("Sigmoid", [x])),
        Mish => Times(graph, x, graph.Node("Tanh", [graph.Node("Softplus", [x])])),
        Gelu gelu => Gaussian(graph, gelu, x),
        LogSigmoid => graph.Node("Neg", [graph.Node("Softplus", [graph.Node("Neg", [x])])]),
        Softmax softmax => graph.Node("Softmax", [x], ("axis", softmax.Axis)),
        LogSoftmax softmax => graph.Node("LogSoftmax", [x], ("axis", softmax.Axis)),
        SoftShrink shrink => graph.Node("Shrink", [x], ("bias", shrink.Threshold), ("lambd", shrink.Threshold)),
        HardShrink shrink => graph.Node("Shrink", [x], ("bias", 0.0), ("lambd", shrink.Threshold)),
        TanhShrink => graph.Node("Sub", [x, graph.Node("Tanh", [x])]),
        Threshold threshold => graph.Node("Where", [graph.Node("Greater", [x, graph.Number(threshold.Limit)]), x, graph.Number(threshold.Default)]),
        Squareplus plus => Times(graph, graph.Node("Add", [x, graph.Node("Sqrt", [graph.Node("Add", [Times(graph, x, x), graph.Number(plus.B)])])]), graph.Number(0.5)),
        SparseSigmoid => Clip(graph, Times(graph, graph.Node("Add", [x, graph.Number(1)]), graph.Number(0.5)), 0, 1),
        SparsePlus => Sparse(graph, x),
        Glu glu => Gated(graph, glu, x),
        Sparsemax { AsKeras: false } sparse => Projection(graph, sparse, x, shape),
        _ => throw new NotSupportedException($"The activation {activation.GetType().Name} can't be written as ONNX: it has no counterpart there."),
    };

    static string Rectifier(OnnxGraph graph, Relu relu, string x)
    {
        if (relu is { NegativeSlope: 0, MaxValue: null, Threshold: 0 })
        {
            return graph.Node("Relu", [x]);
        }
        var threshold = graph.Number(relu.Threshold);
        var y = graph.Node("Where", [graph.Node("Greater", [x, threshold]), x, graph.Number(0)]);
        if (relu.MaxValue is { } greatest)
        {
            y = graph.Node("Min", [y, graph.Number(Math.Max(greatest, 0))]);
        }
        return relu.NegativeSlope == 0 ? y
            : graph.Node("Sub", [y, Times(graph, graph.Node("Relu", [graph.Node("Sub", [threshold, x])]), graph.Number(relu.NegativeSlope))]);
    }

    static string Gaussian(OnnxGraph graph, Gelu gelu, string x)
    {
        string inner;
        if (gelu.Approximate)
        {
            var cube = Times(graph, Times(graph, Times(graph, x, x), x), graph.Number(0.044715));
            inner = graph.Node("Tanh", [Times(graph, graph.Node("Add", [x, cube]), graph.Number(Math.Sqrt(2 / Math.PI)))]);
        }
        else
        {
            inner = graph.Node("Erf", [Times(graph, x, graph.Number(Math.Sqrt(0.5)))]);
        }
        return Times(graph, Times(graph, x, graph.Number(0.5)), graph.Node("Add", [inner, graph.Number(1)]));
    }

    static string Sparse(OnnxGraph graph, string x)
    {
        var root = graph.Node("Add", [Clip(graph, x, -1, 1), graph.Number(1)]);
        var middle = Times(graph, Times(graph, root, root), graph.Number(0.25));
        return graph.Node("Where", [graph.Node("Less", [x, graph.Number(1)]), middle, x]);
    }

    static string Gated(OnnxGraph graph, Glu glu, string x)
    {
        var halves = graph.Nodes("Split", [x], 2, ("axis", glu.Axis), ("num_outputs", 2));
        return Times(graph, halves[0], graph.Node("Sigmoid", [halves[1]]));
    }

    /// <summary>Martins and Astudillo, 2016: the threshold is found from sums of the sorted scores.</summary>
    static string Projection(OnnxGraph graph, Sparsemax sparse, string x, Shape shape)
    {
        var axis = shape.Axis(sparse.Axis);
        var length = shape[axis];
        if (length == Shape.Unknown)
        {
            throw new NotSupportedException("Sparsemax needs to know the length of its axis to be written as ONNX.");
        }
        var sorted = graph.Nodes("TopK", [x, graph.Integers(length)], 2, ("axis", axis), ("largest", 1), ("sorted", 1))[0];
        var sums = graph.Node("CumSum", [sorted, graph.Integers(axis)]);
        int[] along = [length, .. Enumerable.Repeat(1, shape.Rank - axis - 1)];
        var places = graph.Constant($"{graph.Scope}/places", Tensor.From(Enumerable.Range(1, length).Select(k => (double)k).ToArray(), along).Cast(graph.Type));
        var inside = graph.Node("Cast", [graph.Node("Greater", [graph.Node("Add", [Times(graph, places, sorted), graph.Number(1)]), sums])], ("to", graph.Type == DType.Float64 ? 11 : 1));
        var count = graph.Node("ReduceSum", [inside, graph.Integers(axis)], ("keepdims", 1));
        var total = graph.Node("ReduceSum", [Times(graph, sorted, inside), graph.Integers(axis)], ("keepdims", 1));
        var limit = graph.Node("Div", [graph.Node("Sub", [total, graph.Number(1)]), count]);
        return graph.Node("Relu", [graph.Node("Sub", [x, limit])]);
    }

    static string Times(OnnxGraph graph, string a, string b) => graph.Node("Mul", [a, b]);

    static string Clip(OnnxGraph graph, string x, double least, double greatest) => graph.Node("Clip", [x, graph.Number(least), graph.Number(greatest)]);
}
