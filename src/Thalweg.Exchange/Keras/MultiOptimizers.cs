using System.Text.Json;
using System.Text.Json.Nodes;
using Thalweg.Models;
using Thalweg.Optimizers;

namespace Thalweg.Exchange.Keras;

/// <summary>A <see cref="MultiOptimizer"/> in a file: its optimisers, and the paths of the weights that each of them moves, since what decides it is code.</summary>
/// <remarks>Keras has no such class: it opens the file with <c>compile=False</c>.</remarks>
static class MultiOptimizers
{
    const string Class = nameof(MultiOptimizer), Registered = "Thalweg>" + Class, Optimizers = "optimizers", Weights = "weights";

    /// <summary>The optimiser of a model, of whatever class.</summary>
    public static JsonNode? Write(Optimizer optimizer, Model model) => optimizer is not MultiOptimizer multi ? KerasObjects.Write(optimizer)
        : KerasObjects.Wrapped(
            "custom",
            Class,
            new JsonObject
            {
                [Optimizers] = new JsonArray([.. multi.Optimizers.Select(KerasObjects.Write)]),
                [Weights] = new JsonArray([.. multi.Optimizers.Select(one => new JsonArray([.. model.Weights.Where(weight => multi.Of(weight) == one).Select(weight => (JsonNode?)weight.Path)]))]),
            },
            Registered);

    /// <summary>The optimiser that a file describes, of whatever class.</summary>
    /// <exception cref="KerasFormatException">It isn't known, or isn't described as it should be.</exception>
    public static Optimizer Read(JsonElement element, string place)
    {
        if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty("registered_name", out var name) || name.ValueKind != JsonValueKind.String || name.GetString() != Registered)
        {
            return KerasObjects.Read(element, Optimizer.FromName, Optimizer.FromConfiguration, place);
        }
        var (_, _, config) = KerasObjects.Parts(element, place);
        var (optimizers, weights) = (List(config, Optimizers, place), List(config, Weights, place));
        if (optimizers.Length == 0 || optimizers.Length != weights.Length || weights.Any(paths => paths.ValueKind != JsonValueKind.Array))
        {
            throw new KerasFormatException($"{place}: a {Class} has {optimizers.Length} optimizers and {weights.Length} lists of weights; one list for each is expected.");
        }
        var groups = optimizers.Select((optimizer, i) => (Paths: weights[i].EnumerateArray().Select(path => path.ToString()).ToHashSet(), Optimizer: Read(optimizer, $"{place}.{Optimizers}[{i}]"))).ToArray();
        return new MultiOptimizer(groups[^1].Optimizer, [.. groups[..^1].Select(group => ((Func<Variable, bool>)(weight => group.Paths.Contains(weight.Path)), group.Optimizer))]);
    }

    static JsonElement[] List(JsonElement config, string key, string place) =>
        config.ValueKind == JsonValueKind.Object && config.TryGetProperty(key, out var list) && list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray()]
            : throw new KerasFormatException($"{place}: a {Class} has no list '{key}'.");
}
