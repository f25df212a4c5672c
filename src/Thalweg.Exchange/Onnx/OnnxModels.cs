using Thalweg.Layers;
using Thalweg.Models;

namespace Thalweg.Exchange.Onnx;

/// <summary>Whole models in ONNX's operations: layers one after the other, or as a functional model connects them.</summary>
static class OnnxModels
{
    /// <summary>Appends a model; the names of its results.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="model">The model.</param>
    /// <param name="inputs">The names of what goes in.</param>
    /// <param name="shapes">Their shapes.</param>
    /// <param name="prefix">What its layers' names begin with: of a model within another, that one's name.</param>
    /// <exception cref="NotSupportedException">A layer is one of one's own.</exception>
    public static IReadOnlyList<string> Write(OnnxGraph graph, Model model, IReadOnlyList<string> inputs, IReadOnlyList<Shape> shapes, string prefix = "")
    {
        if (model is not Functional functional)
        {
            var (x, shape) = (inputs[0], shapes[0]);
            foreach (var layer in model.Layers)
            {
                x = OnnxLayers.Write(graph, layer, x, shape, prefix);
                shape = layer.OutputShape(shape);
            }
            return [x];
        }
        var values = new Dictionary<SymbolicTensor, string>();
        for (var i = 0; i < inputs.Count; i++)
        {
            values[functional.Inputs[i]] = inputs[i];
        }
        foreach (var call in functional.Calls)
        {
            string[] taken = [.. call.Inputs.Select(input => values[input])];
            Shape[] sizes = [.. call.Inputs.Select(input => input.Shape)];
            IReadOnlyList<string> given = call.Layer switch
            {
                InputLayer => [values[call.Outputs[0]]],
                Model inner => Write(graph, inner, taken, sizes, prefix + inner.Name + "/"),
                MergingLayer merging => [OnnxMerges.Write(graph, merging, taken, sizes, prefix)],
                var layer => [OnnxLayers.Write(graph, layer, taken[0], sizes[0], prefix)],
            };
            for (var i = 0; i < given.Count; i++)
            {
                values[call.Outputs[i]] = given[i];
            }
        }
        return [.. functional.Outputs.Select(output => values[output])];
    }
}
