using Thalweg.Layers;

namespace Thalweg.Models;

/// <summary>Which uses of layers lead from a functional model's inputs to its outputs, and in what order.</summary>
static class FunctionalGraph
{
    /// <summary>All uses of layers, each after those whose outputs it takes.</summary>
    /// <exception cref="ArgumentException">An output depends on an input that isn't among the model's.</exception>
    public static IReadOnlyList<LayerCall> Calls(string model, IReadOnlyList<SymbolicTensor> inputs, IReadOnlyList<SymbolicTensor> outputs)
    {
        var given = inputs.Select(input => input.Call).ToHashSet();
        var (met, finished) = (new HashSet<LayerCall>(), new List<LayerCall>());
        // Depth first with a stack of its own: a file may have ten thousand layers in a row.
        var path = new Stack<(LayerCall Call, int Next)>();
        foreach (var output in outputs)
        {
            Enter(output.Call);
            while (path.TryPop(out var at))
            {
                if (at.Next == at.Call.Inputs.Count)
                {
                    finished.Add(at.Call);
                    continue;
                }
                path.Push((at.Call, at.Next + 1));
                Enter(at.Call.Inputs[at.Next].Call);
            }

            void Enter(LayerCall call)
            {
                if (!met.Add(call))
                {
                    return;
                }
                if (call.Layer is InputLayer && !given.Contains(call))
                {
                    var through = path.TryPeek(out var last) ? $" (it goes into layer '{last.Call.Layer.Name}')" : "";
                    throw new ArgumentException(
                        $"Functional '{model}': the output '{output.Layer.Name}' needs the input '{call.Layer.Name}'{through}, which isn't among the inputs {string.Join(", ", inputs.Select(input => input.Layer.Name))}. Add it to them.", nameof(inputs));
                }
                path.Push((call, 0));
            }
        }
        return finished;
    }

    /// <summary>
    /// The layers in Keras's order: those furthest from the outputs first, those at the same distance as a walk back from the outputs
    /// meets them. Inputs that no output needs stand before the outputs.
    /// </summary>
    public static IReadOnlyList<Layer> Layers(IReadOnlyList<SymbolicTensor> inputs, IReadOnlyList<SymbolicTensor> outputs, IReadOnlyList<LayerCall> calls)
    {
        var (ofCall, ofLayer) = (new Dictionary<LayerCall, int>(), new Dictionary<Layer, int>());
        foreach (var call in calls.Reverse())
        {
            var depth = Math.Max(ofCall.GetValueOrDefault(call), ofLayer.GetValueOrDefault(call.Layer));
            ofCall[call] = ofLayer[call.Layer] = depth;
            foreach (var input in call.Inputs)
            {
                ofCall[input.Call] = Math.Max(ofCall.GetValueOrDefault(input.Call), depth + 1);
            }
        }
        var places = Met(outputs);
        foreach (var input in inputs)
        {
            if (ofLayer.TryAdd(input.Layer, 0))
            {
                places[input.Layer] = -1;
            }
        }
        return [.. ofLayer.OrderByDescending(pair => pair.Value).ThenBy(pair => places[pair.Key]).Select(pair => pair.Key)];
    }

    /// <summary>The layers by when the walk from the outputs first met them.</summary>
    static Dictionary<Layer, int> Met(IReadOnlyList<SymbolicTensor> outputs)
    {
        var (places, met) = (new Dictionary<Layer, int>(), new HashSet<LayerCall>());
        var ahead = new Stack<LayerCall>(outputs.Reverse().Select(output => output.Call));
        while (ahead.TryPop(out var call))
        {
            if (!met.Add(call))
            {
                continue;
            }
            places.TryAdd(call.Layer, places.Count);
            for (var i = call.Inputs.Count - 1; i >= 0; i--)
            {
                ahead.Push(call.Inputs[i].Call);
            }
        }
        return places;
    }
}
