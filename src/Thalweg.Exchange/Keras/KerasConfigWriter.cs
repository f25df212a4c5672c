using System.Text.Json.Nodes;
using Thalweg.Layers;
using Thalweg.Models;

namespace Thalweg.Exchange.Keras;

/// <summary>A model's layers and what it is trained by, as the <c>config.json</c> of a <c>.keras</c> file.</summary>
/// <remarks>Settings at their defaults that only the newest versions of Keras know are left out, so that older ones read the file as well.</remarks>
static class KerasConfigWriter
{
    /// <summary>The whole.</summary>
    /// <exception cref="NotSupportedException">The model holds something of one's own that isn't registered.</exception>
    public static JsonObject Write(Model model)
    {
        var config = Model(model);
        config["build_config"] = new JsonObject { ["input_shape"] = model is Functional ? null : Shape(model.InputShape!.Value) };
        if (model.Optimizer is { } optimizer)
        {
            config["compile_config"] = KerasTrainings.Write(model, optimizer);
        }
        return config;
    }

    static JsonObject Model(Model model)
    {
        if (model is Functional functional)
        {
            return KerasFunctional.Write(functional, NameAndTrainable(model), layer => layer is InputLayer input ? Input(input.Name, input.DType, input.InputShape!.Value) : Layer(layer), Shape);
        }
        if (model is not Sequential sequential)
        {
            throw new NotSupportedException($"The model '{model.Name}' is a {model.ClassName}; only Sequential and Functional models can be saved as .keras. Save its weights: model.SaveWeights(\"m.weights.h5\").");
        }
        var layers = new JsonArray();
        var input = model.InputShape ?? throw new InvalidOperationException($"The model '{model.Name}' has no weights yet, because it knows no input shape. Put an InputLayer in front, or call it once.");
        layers.Add(Input(sequential.Input?.Name ?? "input_layer", sequential.Input?.DType ?? model.DType, input));
        foreach (var layer in model.Layers)
        {
            layers.Add(Layer(layer));
        }
        var config = Common(model);
        config["layers"] = layers;
        config["build_input_shape"] = Shape(input);
        return KerasObjects.Wrapped("keras", "Sequential", config, null);
    }

    static JsonObject Input(string name, DType type, Shape shape) => KerasObjects.Wrapped(
        "keras.layers",
        "InputLayer",
        new JsonObject
        {
            ["batch_shape"] = Shape(shape),
            ["dtype"] = Type(type),
            ["sparse"] = false,
            ["name"] = name,
        },
        null);

    static JsonObject Layer(Layer layer)
    {
        if (layer is Model model)
        {
            return Model(model);
        }
        var config = Common(layer);
        JsonObject written;
        if (layer is ActivationLayer { Activation: var activation } && KerasObjects.Write(activation) is JsonObject && KerasObjects.AsLayer(activation, config) is { } known)
        {
            return known;       // a layer of its own in every version of Keras
        }
        if (layer.Configuration is { } own)
        {
            Append(config, KerasObjects.Settings(layer, own.Without("d_type")));
            if (layer is Normalization normalization)
            {
                config["axis"] = normalization.Axis is { } axis ? new JsonArray(axis) : new JsonArray();
                config["mean"] = normalization.HasGivenMoments ? Numbers(normalization.Mean!) : null;
                config["variance"] = normalization.HasGivenMoments ? Numbers(normalization.Variance!) : null;
            }
            written = KerasObjects.Wrapped("keras.layers", KerasNames.Class(own.ClassName), config, null);
        }
        else
        {
            var (name, settings) = CustomObjects.Describe(layer) ?? throw KerasObjects.Unknown<Layer>(layer);
            Append(config, settings);
            written = KerasObjects.Wrapped("custom", name.Split('>')[^1], config, name);
        }
        if (layer.InputShape is { } shape && layer.Weights.Count > 0)
        {
            written["build_config"] = new JsonObject { ["input_shape"] = Shape(shape) };
        }
        return written;
    }

    static JsonObject NameAndTrainable(Layer layer) => new() { ["name"] = layer.Name, ["trainable"] = layer.Trainable };

    static JsonObject Common(Layer layer) => new()
    {
        ["name"] = layer.Name,
        ["trainable"] = layer.Trainable,
        ["dtype"] = KerasObjects.Wrapped("keras", "DTypePolicy", new JsonObject { ["name"] = Type(layer.DType) }, null),
    };

    static void Append(JsonObject config, JsonObject settings)
    {
        foreach (var (key, value) in settings)
        {
            config[key] = value?.DeepClone();
        }
    }

    static JsonArray Shape(Shape shape) => [.. shape.Select(length => length == Thalweg.Shape.Unknown ? null : (JsonNode?)length)];

    static JsonNode Numbers(Tensor tensor) => tensor.Rank == 0 ? tensor.Item() : new JsonArray([.. tensor.ToArray<double>().Select(number => (JsonNode?)number)]);

    static string Type(DType type) => type.ToString().ToLowerInvariant();
}
