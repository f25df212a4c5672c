using System.Text.Json;
using System.Text.Json.Nodes;
using Thalweg.Layers;
using Thalweg.Models;

namespace Thalweg.Exchange.Keras;

/// <summary>Functional models in a <c>config.json</c>: layers, and for each of their uses the tensors that it takes, by layer, use and output.</summary>
static class KerasFunctional
{
    public const string Class = "Functional";

    /// <summary>The most uses of layers, those within models that are layers counted each time: nested models can multiply.</summary>
    const int MostCalls = 100_000;

    const int DeepestArguments = 8;

    /// <summary>A use of a layer that waits for what it takes.</summary>
    sealed record Node(string Layer, int Number, (string Layer, int Number, int Index, Shape? Shape)[] Takes)
    {
        public int Missing { get; set; }
    }

    /// <summary>Makes a model of its settings.</summary>
    /// <param name="config">The settings.</param>
    /// <param name="place">Where they stand, for messages.</param>
    /// <param name="read">Makes a layer of what stands in the list.</param>
    /// <param name="shape">Reads a shape.</param>
    /// <exception cref="KerasFormatException">A layer is missing or there twice, takes what nothing gives, or a shape is another than the file says.</exception>
    public static Functional Read(JsonElement config, string place, Func<JsonElement, string, Layer> read, Func<JsonElement, Shape?> shape)
    {
        var (layers, nodes) = (new Dictionary<string, Layer>(StringComparer.Ordinal), new List<Node>());
        var number = 0;
        foreach (var element in config.GetProperty("layers").EnumerateArray())
        {
            var where = $"{place}, layer {number++}";
            var layer = read(element, where);
            if (element.TryGetProperty("name", out var own) && own.ValueKind == JsonValueKind.String)
            {
                layer.Name = own.GetString()!;
            }
            Demand(layers.TryAdd(layer.Name, layer), $"{where}: there are two layers called '{layer.Name}'.");
            var uses = Uses(element, where);
            Demand(layer is InputLayer ? uses.Length == 0 : uses.Length > 0, $"{where}: the layer '{layer.Name}' has {uses.Length} inbound_nodes, expected {(layer is InputLayer ? "none" : "at least one")}.");
            nodes.AddRange(layer is InputLayer ? [new Node(layer.Name, 0, [])] : uses.Select((use, i) => new Node(layer.Name, i, Takes(use, $"{where}, inbound_nodes[{i}]", shape))));
        }
        var given = Apply(layers, nodes, place);
        SymbolicTensor[] inputs = [.. Ends(config, "input_layers", place).Select(Find)], outputs = [.. Ends(config, "output_layers", place).Select(Find)];
        return new Functional(inputs, outputs, config.TryGetProperty("name", out var name) && name.ValueKind == JsonValueKind.String ? name.GetString() : null);

        SymbolicTensor Find((string Layer, int Number, int Index) end) => given.TryGetValue((end.Layer, end.Number), out var tensors) && end.Index >= 0 && end.Index < tensors.Count
            ? tensors[end.Index] : throw new KerasFormatException($"{place}: nothing gives the tensor ['{end.Layer}', {end.Number}, {end.Index}].");
    }

    /// <summary>Uses the layers, each use after those whose outputs it takes.</summary>
    static Dictionary<(string, int), IReadOnlyList<SymbolicTensor>> Apply(Dictionary<string, Layer> layers, List<Node> nodes, string place)
    {
        var (given, waiting, ready) = (new Dictionary<(string, int), IReadOnlyList<SymbolicTensor>>(), new Dictionary<(string, int), List<Node>>(), new Queue<Node>());
        long calls = 0;
        foreach (var node in nodes)
        {
            // A layer's uses are made in their order: their numbers are how others refer to them.
            var needs = node.Takes.Select(take => (take.Layer, take.Number)).Concat(node.Number > 0 ? [(node.Layer, node.Number - 1)] : []).Distinct().ToArray();
            node.Missing = needs.Length;
            foreach (var need in needs)
            {
                Demand(layers.ContainsKey(need.Item1), $"{place}: the layer '{node.Layer}' takes what '{need.Item1}' gives, but there is no such layer.");
                (waiting.TryGetValue(need, out var others) ? others : waiting[need] = []).Add(node);
            }
            if (needs.Length == 0)
            {
                ready.Enqueue(node);
            }
        }
        while (ready.TryDequeue(out var node))
        {
            var layer = layers[node.Layer];
            calls += Calls(layer);
            Demand(calls <= MostCalls, $"{place}: layers are used more than {MostCalls} times.");
            given[(node.Layer, node.Number)] = layer is InputLayer input ? [Input.Of(input)] : layer.ApplyAll([.. node.Takes.Select(take => Taken(take, given, node.Layer, place))]);
            foreach (var next in waiting.GetValueOrDefault((node.Layer, node.Number)) ?? [])
            {
                if (--next.Missing == 0)
                {
                    ready.Enqueue(next);
                }
            }
        }
        if (nodes.FirstOrDefault(node => node.Missing > 0) is { } stuck)
        {
            var missing = stuck.Takes.FirstOrDefault(take => !given.ContainsKey((take.Layer, take.Number)));
            throw new KerasFormatException($"{place}: the layer '{stuck.Layer}' takes the tensor ['{missing.Layer}', {missing.Number}, {missing.Index}], which nothing gives before it.");
        }
        return given;
    }

    static SymbolicTensor Taken((string Layer, int Number, int Index, Shape? Shape) take, Dictionary<(string, int), IReadOnlyList<SymbolicTensor>> given, string by, string place)
    {
        var tensors = given[(take.Layer, take.Number)];
        Demand(take.Index >= 0 && take.Index < tensors.Count, $"{place}: the layer '{by}' takes output {take.Index} of '{take.Layer}', which has {tensors.Count}.");
        var tensor = tensors[take.Index];
        var fits = take.Shape is not { } said || said.Rank == tensor.Shape.Rank;
        for (var axis = 1; fits && take.Shape is { } shape && axis < shape.Rank; axis++)
        {
            fits = shape[axis] == tensor.Shape[axis] || shape[axis] == Shape.Unknown || tensor.Shape[axis] == Shape.Unknown;
        }
        Demand(fits, $"{place}: the layer '{by}' takes what '{take.Layer}' gives as {take.Shape}, but that has the shape {tensor.Shape}.");
        return tensor;
    }

    /// <summary>How many layers are computed for one use of a layer.</summary>
    static long Calls(Layer layer) => layer switch
    {
        Functional model => Math.Min(MostCalls + 1L, model.Calls.Sum(call => Calls(call.Layer))),
        Model model => Math.Min(MostCalls + 1L, model.Layers.Sum(Calls)),
        _ => 1,
    };

    static JsonElement[] Uses(JsonElement element, string place) =>
        element.TryGetProperty("inbound_nodes", out var nodes) && nodes.ValueKind == JsonValueKind.Array ? [.. nodes.EnumerateArray()]
            : throw new KerasFormatException($"{place}: a layer of a Functional model has no list inbound_nodes.");

    /// <summary>The tensors of a use: Keras 3 has them in <c>args</c>, Keras 2 in lists of layer, use, output and further arguments.</summary>
    static (string, int, int, Shape?)[] Takes(JsonElement use, string place, Func<JsonElement, Shape?> shape)
    {
        if (use.ValueKind == JsonValueKind.Array)
        {
            JsonElement[] older = IsEnd(use) ? [use] : [.. use.EnumerateArray()];
            return [.. older.Select(end =>
            {
                Demand(IsEnd(end) && (end.GetArrayLength() < 4 || IsIdle(end[3])), $"{place}: expected a layer, its use and its output, but found {KerasObjects.Short(end)}.");
                var (layer, number, index) = End(end, place);
                return (layer, number, index, (Shape?)null);
            })];
        }
        Demand(use.ValueKind == JsonValueKind.Object && use.TryGetProperty("args", out var args) && args.ValueKind == JsonValueKind.Array && args.GetArrayLength() > 0, $"{place}: expected args and kwargs, but found {KerasObjects.Short(use)}.");
        Demand(!use.TryGetProperty("kwargs", out var more) || IsIdle(more), $"{place}: the layer is called with further arguments, {KerasObjects.Short(more)}, which aren't known.");
        var arguments = use.GetProperty("args");
        Demand(arguments.EnumerateArray().Skip(1).All(argument => argument.ValueKind == JsonValueKind.Null), $"{place}: the layer is called with further arguments, {KerasObjects.Short(arguments)}, which aren't known.");
        return [.. Tensors(arguments[0], place, shape, 0)];
    }

    static IEnumerable<(string, int, int, Shape?)> Tensors(JsonElement argument, string place, Func<JsonElement, Shape?> shape, int depth)
    {
        if (argument.ValueKind == JsonValueKind.Array && depth < DeepestArguments)
        {
            return argument.EnumerateArray().SelectMany(item => Tensors(item, place, shape, depth + 1));
        }
        var (className, _, config) = KerasObjects.Parts(argument, place);
        Demand(className == "__keras_tensor__" && config.ValueKind == JsonValueKind.Object && config.TryGetProperty("keras_history", out _), $"{place}: expected a tensor of the model, but found {KerasObjects.Short(argument)}.");
        var (layer, number, index) = End(config.GetProperty("keras_history"), place);
        return [(layer, number, index, shape(config))];
    }

    /// <summary>What goes in or comes out: one tensor, or lists and objects of them.</summary>
    static IEnumerable<(string, int, int)> Ends(JsonElement config, string key, string place)
    {
        Demand(config.TryGetProperty(key, out var ends), $"{place}: a Functional model has no {key}.");
        return Walk(ends, 0);

        IEnumerable<(string, int, int)> Walk(JsonElement element, int depth) => depth > DeepestArguments ? throw new KerasFormatException($"{place}, {key}: lists are nested too deep.")
            : IsEnd(element) ? [End(element, $"{place}, {key}")]
            : element.ValueKind == JsonValueKind.Array ? element.EnumerateArray().SelectMany(item => Walk(item, depth + 1))
            : element.ValueKind == JsonValueKind.Object ? element.EnumerateObject().OrderBy(member => member.Name, StringComparer.Ordinal).SelectMany(member => Walk(member.Value, depth + 1))
            : throw new KerasFormatException($"{place}, {key}: expected layers, but found {KerasObjects.Short(element)}.");
    }

    static bool IsEnd(JsonElement element) => element.ValueKind == JsonValueKind.Array && element.GetArrayLength() >= 3 && element[0].ValueKind == JsonValueKind.String;

    static (string Layer, int Number, int Index) End(JsonElement end, string place) =>
        IsEnd(end) && end[1].ValueKind == JsonValueKind.Number && end[2].ValueKind == JsonValueKind.Number && end[1].TryGetInt32(out var number) && end[2].TryGetInt32(out var index)
            ? (end[0].GetString()!, number, index) : throw new KerasFormatException($"{place}: expected a layer, its use and its output, but found {KerasObjects.Short(end)}.");

    /// <summary>Whether further arguments of a call say what is so anyway.</summary>
    static bool IsIdle(JsonElement kwargs) => kwargs.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined
        || kwargs.ValueKind == JsonValueKind.Object && kwargs.EnumerateObject().All(argument => argument.Name is "training" or "mask" && argument.Value.ValueKind is JsonValueKind.Null or JsonValueKind.False);

    /// <summary>The settings of a model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="config">What all layers have; the layers and their uses are added.</param>
    /// <param name="write">Writes a layer.</param>
    /// <param name="shape">Writes a shape.</param>
    public static JsonObject Write(Functional model, JsonObject config, Func<Layer, JsonObject> write, Func<Shape, JsonArray> shape)
    {
        var uses = model.Calls.Distinct().OrderBy(model.NumberOf).ToLookup(call => call.Layer);
        var layers = new JsonArray();
        foreach (var layer in model.Layers)
        {
            var written = write(layer);
            written["name"] = layer.Name;
            written["inbound_nodes"] = layer is InputLayer ? [] : new JsonArray([.. uses[layer].Select(call => (JsonNode?)new JsonObject { ["args"] = new JsonArray(Arguments(call)), ["kwargs"] = new JsonObject() })]);
            layers.Add(written);
        }
        config["layers"] = layers;
        config["input_layers"] = Structure(model.Inputs);
        config["output_layers"] = Structure(model.Outputs);
        return KerasObjects.Wrapped("keras.src.models.functional", Class, config, Class);

        JsonNode Arguments(LayerCall call) => call.Inputs.Count > 1 || call.Layer is MergingLayer ? new JsonArray([.. call.Inputs.Select(Tensor)]) : Tensor(call.Inputs[0]);

        JsonNode Tensor(SymbolicTensor tensor) => new JsonObject
        {
            ["class_name"] = "__keras_tensor__",
            ["config"] = new JsonObject { ["shape"] = shape(tensor.Shape), ["dtype"] = tensor.DType.ToString().ToLowerInvariant(), ["keras_history"] = End(tensor) },
        };

        JsonArray End(SymbolicTensor tensor) => [tensor.Layer.Name, model.NumberOf(tensor.Call), tensor.Index];

        JsonArray Structure(IReadOnlyList<SymbolicTensor> tensors) => tensors.Count == 1 ? End(tensors[0]) : [.. tensors.Select(End)];
    }

    static void Demand(bool condition, string fault)
    {
        if (!condition)
        {
            throw new KerasFormatException(fault);
        }
    }
}
