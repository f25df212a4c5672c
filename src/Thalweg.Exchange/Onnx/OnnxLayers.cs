using Thalweg.Layers;
using Thalweg.Models;

namespace Thalweg.Exchange.Onnx;

/// <summary>Each layer in ONNX's operations, as it predicts.</summary>
static class OnnxLayers
{
    /// <summary>Appends a layer; the name of its result.</summary>
    /// <exception cref="NotSupportedException">The layer is one of one's own.</exception>
    public static string Write(OnnxGraph graph, Layer layer, string x, Shape shape, string prefix = "")
    {
        var scope = prefix + layer.Name;
        if (layer is Model model)
        {
            return OnnxModels.Write(graph, model, [x], [shape], scope + "/")[0];
        }
        graph.Scope = scope;
        return layer switch
        {
            InputLayer or Dropout => x,
            Flatten => shape.Rank == 1 ? graph.Node("Unsqueeze", [x, graph.Integers(1)]) : graph.Node("Flatten", [x], ("axis", 1)),
            ActivationLayer own => OnnxActivations.Write(graph, own.Activation, x, shape),
            Dense dense => Dense(graph, dense, x, shape),
            Normalization normalization => Normalization(graph, normalization, x, shape),
            MergingLayer merging => OnnxMerges.Write(graph, merging, [x], [shape], prefix),
            Reshape reshape => graph.Node("Reshape", [x, graph.Integers([0, .. reshape.OutputShape(shape)[1..].Select(length => (long)length)])]),
            Permute permute => graph.Node("Transpose", [x], ("perm", (long[])[0, .. permute.Dims.Select(axis => (long)axis)])),
            LayerNormalization normalization => LayerNormalization(graph, normalization, x, shape),
            BatchNormalization normalization => BatchNormalization(graph, normalization, x, shape),
            ImageLayer images => OnnxConvolutions.Write(graph, images, x, shape),
            _ => throw new NotSupportedException($"The layer '{layer.Name}' is a {layer.ClassName}, which can't be written as ONNX."),
        };
    }

    static string Dense(OnnxGraph graph, Dense dense, string x, Shape shape)
    {
        var y = graph.Node("MatMul", [x, graph.Constant($"{graph.Scope}/kernel", dense.Weights[0].Value)]);
        if (dense.UseBias)
        {
            y = graph.Node("Add", [y, graph.Constant($"{graph.Scope}/bias", dense.Weights[1].Value)]);
        }
        return OnnxActivations.Write(graph, dense.Activation, y, dense.OutputShape(shape));
    }

    static string Normalization(OnnxGraph graph, Normalization layer, string x, Shape shape)
    {
        var mean = graph.Constant($"{graph.Scope}/mean", Moments(layer.Mean!));
        var scale = graph.Constant($"{graph.Scope}/scale", Moments(layer.Variance!.Cast(graph.Type).Sqrt().Max(1e-7)));
        return layer.Invert
            ? graph.Node("Add", [graph.Node("Mul", [x, scale]), mean])
            : graph.Node("Div", [graph.Node("Sub", [x, mean]), scale]);

        Tensor Moments(Tensor moments)
        {
            moments = moments.Cast(graph.Type);
            return moments.Size == 1 || layer.Axis is not { } axis ? moments.Reshape([]) : moments.Reshape([moments.Size, .. Enumerable.Repeat(1, shape.Rank - shape.Axis(axis) - 1)]);
        }
    }

    static string LayerNormalization(OnnxGraph graph, LayerNormalization layer, string x, Shape shape)
    {
        var axes = graph.Integers([.. layer.Axis.Select(axis => (long)shape.Axis(axis))]);
        var away = graph.Node("Sub", [x, graph.Node("ReduceMean", [x, axes])]);
        var variance = graph.Node("ReduceMean", [graph.Node("Mul", [away, away]), axes]);
        var y = graph.Node("Div", [away, graph.Node("Sqrt", [graph.Node("Add", [variance, graph.Number(layer.Epsilon)])])]);
        var along = layer.Axis.Select(shape.Axis).ToHashSet();
        int[] lengths = [.. Enumerable.Range(0, shape.Rank).Select(axis => along.Contains(axis) ? shape[axis] : 1)];
        foreach (var weight in layer.Weights)
        {
            y = graph.Node(weight.Name == "gamma" ? "Mul" : "Add", [y, graph.Constant($"{graph.Scope}/{weight.Name}", weight.Value.Reshape(lengths))]);
        }
        return y;
    }

    /// <summary>As it predicts: (x − mean) · γ / √(variance + ε) + β, along its axis. In this order, a mean far from 0 costs no digits.</summary>
    static string BatchNormalization(OnnxGraph graph, BatchNormalization layer, string x, Shape shape)
    {
        var scale = (Weight("moving_variance")! + layer.Epsilon).Rsqrt();
        scale = Weight("gamma") is { } gamma ? scale * gamma : scale;
        var y = graph.Node("Mul", [graph.Node("Sub", [x, Constant("moving_mean", Weight("moving_mean")!)]), Constant("scale", scale)]);
        return Weight("beta") is { } beta ? graph.Node("Add", [y, Constant("beta", beta)]) : y;

        Tensor? Weight(string name) => layer.Weights.FirstOrDefault(weight => weight.Name == name)?.Value.Cast(DType.Float64);

        string Constant(string name, Tensor value) =>
            graph.Constant($"{graph.Scope}/{name}", value.Cast(graph.Type).Reshape([value.Size, .. Enumerable.Repeat(1, shape.Rank - shape.Axis(layer.Axis) - 1)]));
    }
}
