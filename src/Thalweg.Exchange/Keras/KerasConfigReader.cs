using System.Text.Json;
using Thalweg.Activations;
using Thalweg.Initializers;
using Thalweg.Layers;
using Thalweg.Models;

namespace Thalweg.Exchange.Keras;

/// <summary>Makes a model of a <c>config.json</c>: layers with empty weights, and what it is trained by.</summary>
static class KerasConfigReader
{
    const int MostLayers = 10_000, DeepestNesting = 16;

    /// <summary>The most numbers that a model's weights may hold for each byte of its files: a hostile file can't ask for more memory than it brings.</summary>
    const long NumbersPerByte = 1;

    /// <summary>The model, built and compiled.</summary>
    /// <param name="root">The file's content.</param>
    /// <param name="compile">Whether to compile it, where the file says how.</param>
    /// <param name="bytes">How long the weights' file is, which bounds the weights.</param>
    /// <exception cref="KerasFormatException">A class is unknown, or something is missing or of the wrong kind.</exception>
    public static Model Read(JsonElement root, bool compile, long bytes)
    {
        Model? model = null;
        Guarded("config.json", () => Initializer.Skip(() => model = Build(root), bytes * NumbersPerByte));
        if (compile && root.TryGetProperty("compile_config", out var compiled) && compiled.ValueKind == JsonValueKind.Object)
        {
            Guarded("config.json, compile_config", () => KerasTrainings.Compile(model!, compiled));
        }
        return model!;
    }

    static Model Build(JsonElement root)
    {
        var model = Model(root, "config.json", depth: 0);
        var shape = Shape(root, "build_config", "input_shape") ?? (root.TryGetProperty("config", out var config) ? Shape(config, "build_input_shape") : null);
        if (!model.IsBuilt)
        {
            Demand(shape is not null, "config.json: the model was saved before it had weights. Call it once, or give it an InputLayer, before saving.");
            model.BuildFor(shape!.Value);
        }
        return model;
    }

    static Model Model(JsonElement element, string place, int depth)
    {
        var (className, registered, config) = KerasObjects.Parts(element, place);
        Demand(depth < DeepestNesting, $"{place}: models are nested more than {DeepestNesting} deep.");
        if (className is not ("Sequential" or KerasFunctional.Class or "Model"))
        {
            throw new KerasFormatException($"{place}: the model is a {registered ?? className}, but only Sequential and Functional models can be read. In Keras, save its weights (save_weights), build the layers here, and call LoadWeights.");
        }
        Demand(config.ValueKind == JsonValueKind.Object && config.TryGetProperty("layers", out var listed) && listed.ValueKind == JsonValueKind.Array, $"{place}: the model has no list of layers.");
        var layers = config.GetProperty("layers");
        Demand(layers.GetArrayLength() <= MostLayers, $"{place}: the model has {layers.GetArrayLength()} layers, more than {MostLayers}.");
        if (className != "Sequential")
        {
            Functional? functional = null;
            Guarded(place, () =>
            {
                functional = KerasFunctional.Read(config, place, (layer, where) =>
                {
                    Layer? made = null;
                    Guarded(where, () => made = Layer(layer, where, depth));
                    return made!;
                }, tensor => Shape(tensor, "shape"));
                functional.Trainable = Flag(config, "trainable");
            });
            return functional!;
        }
        var model = new Sequential { Trainable = Flag(config, "trainable"), DType = Type(config) };
        if (Text(config, "name") is { } name)
        {
            model.Name = name;
        }
        var number = 0;
        foreach (var layer in layers.EnumerateArray())
        {
            var where = $"{place}, layer {number++}";
            Guarded(where, () => model.Add(Layer(layer, where, depth)));
        }
        return model;
    }

    static Layer Layer(JsonElement element, string place, int depth)
    {
        var (className, registered, config) = KerasObjects.Parts(element, place);
        if (className is "Sequential" or "Functional" or "Model")
        {
            return Model(element, place, depth + 1);
        }
        if (className == "InputLayer")
        {
            var shape = Shape(config, "batch_shape") ?? Shape(config, "batch_input_shape");
            Demand(shape is { Rank: > 0 }, $"{place}: the InputLayer has no batch_shape.");
            int[] lengths = [.. shape!.Value.Skip(1)];
            var input = new InputLayer(lengths) { DType = Type(config) };
            if (Text(config, "name") is { } own)
            {
                input.Name = own;
            }
            return input;
        }
        var layer = KerasNames.ActivationOf(className) is not null
            ? new ActivationLayer(KerasObjects.Read(element, Activation.FromName, Activation.FromConfiguration, place)) { DType = Type(config) }
            : KerasObjects.Read(
            element,
            _ => throw new ArgumentException("A layer is an object with class_name and config."),
            given => className == "Normalization" ? Normalization(config) : Thalweg.Layers.Layer.FromConfiguration(given with { Settings = [.. given.Settings, new("d_type", Type(config).ToString())] }),
            place);
        layer.Trainable = Flag(config, "trainable");
        if (Text(config, "name") is { } name)
        {
            layer.Name = name;
        }
        return layer;
    }

    static Normalization Normalization(JsonElement config)
    {
        int? axis = config.TryGetProperty("axis", out var given) ? given.ValueKind switch
        {
            JsonValueKind.Number => given.GetInt32(),
            JsonValueKind.Array when given.GetArrayLength() == 0 => null,
            JsonValueKind.Array when given.GetArrayLength() == 1 => given[0].GetInt32(),
            JsonValueKind.Null => null,
            _ => throw new ArgumentException($"A Normalization over the axes {KerasObjects.Short(given)} isn't known; over one axis or none it is."),
        } : -1;
        var (mean, variance) = (Numbers(config, "mean"), Numbers(config, "variance"));
        var invert = config.TryGetProperty("invert", out var flag) && flag.ValueKind == JsonValueKind.True;
        return mean is not null && variance is not null
            ? new Normalization(mean, variance, axis) { Invert = invert, DType = Type(config) }
            : new Normalization(axis) { Invert = invert, DType = Type(config) };
    }

    static Tensor? Numbers(JsonElement config, string key) => !config.TryGetProperty(key, out var given) || given.ValueKind == JsonValueKind.Null ? null
        : given.ValueKind == JsonValueKind.Number ? Tensor.Scalar(given.GetDouble(), DType.Float64)
        : Tensor.From(Flat(given, 0).ToArray());

    /// <summary>Numbers of nested lists, as Keras writes moments with their axes.</summary>
    static IEnumerable<double> Flat(JsonElement list, int depth) => list.ValueKind == JsonValueKind.Number ? [list.GetDouble()]
        : list.ValueKind == JsonValueKind.Array && depth < 8 ? list.EnumerateArray().SelectMany(item => Flat(item, depth + 1))
        : throw new ArgumentException($"Expected numbers, but found {KerasObjects.Short(list)}.");

    static Shape? Shape(JsonElement element, params string[] path)
    {
        foreach (var key in path)
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(key, out element))
            {
                return null;
            }
        }
        if (element.ValueKind != JsonValueKind.Array)
        {
            return null;
        }
        Demand(element.GetArrayLength() <= 16, $"config.json: a shape has {element.GetArrayLength()} axes.");
        return new Shape([.. element.EnumerateArray().Select(length => length.ValueKind switch
        {
            JsonValueKind.Null => Thalweg.Shape.Unknown,
            JsonValueKind.Number when length.TryGetInt32(out var number) && number >= 0 => number,
            _ => throw new KerasFormatException($"config.json: {KerasObjects.Short(element)} is no shape."),
        })]);
    }

    static DType Type(JsonElement config)
    {
        if (config.ValueKind != JsonValueKind.Object || !config.TryGetProperty("dtype", out var type) || type.ValueKind == JsonValueKind.Null)
        {
            return DType.Float32;
        }
        var name = type.ValueKind == JsonValueKind.String ? type.GetString()
            : type.ValueKind == JsonValueKind.Object && type.TryGetProperty("config", out var policy) ? Text(policy, "name") : null;
        return name switch
        {
            "float32" => DType.Float32,
            "float64" => DType.Float64,
            "int32" or "int64" or "int8" or "uint8" => DType.Int32,
            "bool" => DType.Bool,
            _ => throw new KerasFormatException($"config.json: the type {KerasObjects.Short(type)} isn't known; float32 and float64 are. Convert the model in Keras."),
        };
    }

    static string? Text(JsonElement config, string key) =>
        config.ValueKind == JsonValueKind.Object && config.TryGetProperty(key, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;

    static bool Flag(JsonElement config, string key) => !config.TryGetProperty(key, out var flag) || flag.ValueKind != JsonValueKind.False;

    /// <summary>Makes weights that the file then fills; what doesn't fit together is the file's fault.</summary>
    static void Guarded(string place, Action build)
    {
        try
        {
            build();
        }
        catch (KerasFormatException fault) when (fault.Message.StartsWith("config.json: ", StringComparison.Ordinal) && place.Contains(',', StringComparison.Ordinal))
        {
            throw new KerasFormatException($"{place}: {fault.Message["config.json: ".Length..]}", fault);
        }
        catch (Exception fault) when (fault is not KerasFormatException and (ArgumentException or FormatException or InvalidOperationException or OverflowException or IndexOutOfRangeException))
        {
            throw new KerasFormatException($"{place}: {(fault is ArgumentException argument ? KerasObjects.WithoutParameter(argument) : fault.Message)}", fault);
        }
    }

    static void Demand(bool condition, string fault)
    {
        if (!condition)
        {
            throw new KerasFormatException(fault);
        }
    }
}
