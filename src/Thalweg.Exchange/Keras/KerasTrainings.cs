using System.Text.Json;
using System.Text.Json.Nodes;
using Thalweg.Losses;
using Thalweg.Metrics;
using Thalweg.Models;
using Thalweg.Optimizers;

namespace Thalweg.Exchange.Keras;

/// <summary>What a model is trained by, as a file's <c>compile_config</c>: of one output plain, of several by the names of outputs.</summary>
static class KerasTrainings
{
    const string Place = "config.json, compile_config";

    /// <summary>Compiles a model as a file says.</summary>
    /// <exception cref="KerasFormatException">Something is unknown, missing or of the wrong kind.</exception>
    public static void Compile(Model model, JsonElement compiled)
    {
        if (!compiled.TryGetProperty("optimizer", out var optimizer) || !compiled.TryGetProperty("loss", out var loss))
        {
            throw new KerasFormatException($"{Place}: optimizer or loss is missing.");
        }
        var names = model.OutputNames;
        var losses = new Dictionary<string, Loss>();
        foreach (var (name, element) in ByOutput(loss, names, ".loss", isSingle: IsObject(loss), forAll: true))
        {
            losses[name] = KerasObjects.Read(element, Loss.FromName, Loss.FromConfiguration, $"{Place}.loss");
        }
        if (losses.Count == 0)
        {
            return;     // compiled without a loss: for prediction alone
        }
        var weights = new Dictionary<string, double>();
        if (compiled.TryGetProperty("loss_weights", out var given))
        {
            foreach (var (name, element) in ByOutput(given, names, ".loss_weights", isSingle: false, forAll: false))
            {
                weights[name] = element.ValueKind == JsonValueKind.Number ? element.GetDouble() : throw Unexpected(element, ".loss_weights", "a number for each output");
            }
        }
        model.Compile(
            MultiOptimizers.Read(optimizer, Place + ".optimizer"), losses, weights.Count > 0 ? weights : null, Metrics(compiled, "metrics", names), Metrics(compiled, "weighted_metrics", names),
            compiled.TryGetProperty("run_eagerly", out var eagerly) && eagerly.ValueKind == JsonValueKind.True);
    }

    /// <summary>What a model is trained by.</summary>
    public static JsonObject Write(Model model, Optimizer optimizer)
    {
        var trainings = model.Trainings;
        return new JsonObject
        {
            ["optimizer"] = MultiOptimizers.Write(optimizer, model),
            ["loss"] = ByOutput(trainings, training => training.Loss is { } loss ? KerasObjects.Write(loss) : null),
            ["loss_weights"] = trainings.All(training => training.Weight is null) ? null : Named(trainings, training => training.Weight is { } weight ? weight : null),
            ["metrics"] = Metrics(trainings, training => training.Metrics),
            ["weighted_metrics"] = Metrics(trainings, training => training.WeightedMetrics),
            ["run_eagerly"] = model.RunsEagerly,
            ["steps_per_execution"] = 1,
            ["jit_compile"] = false,
        };
    }

    static JsonNode? Metrics(IReadOnlyList<OutputTraining> trainings, Func<OutputTraining, IReadOnlyList<Metric>> metrics) => trainings.All(training => metrics(training).Count == 0) ? null
        : ByOutput(trainings, training => metrics(training) is { Count: > 0 } own ? new JsonArray([.. own.Select(KerasObjects.Write)]) : null);

    static JsonNode? ByOutput(IReadOnlyList<OutputTraining> trainings, Func<OutputTraining, JsonNode?> write) => trainings.Count == 1 ? write(trainings[0]) : Named(trainings, write);

    static JsonObject Named(IReadOnlyList<OutputTraining> trainings, Func<OutputTraining, JsonNode?> write)
    {
        var named = new JsonObject();
        foreach (var training in trainings)
        {
            if (write(training) is { } written)
            {
                named[training.Name] = written;
            }
        }
        return named;
    }

    static Dictionary<string, IReadOnlyList<Metric>>? Metrics(JsonElement compiled, string key, IReadOnlyList<string> names)
    {
        if (!compiled.TryGetProperty(key, out var given) || given.ValueKind == JsonValueKind.Null)
        {
            return null;
        }
        if (given.ValueKind is not (JsonValueKind.Array or JsonValueKind.Object) || IsObject(given))
        {
            throw Unexpected(given, "." + key, "a list, or a list for each output");
        }
        var metrics = new Dictionary<string, IReadOnlyList<Metric>>();
        foreach (var (name, list) in ByOutput(given, names, "." + key, isSingle: names.Count == 1 && given.ValueKind == JsonValueKind.Array, forAll: false))
        {
            metrics[name] = [.. Flat(list, 0).Where(element => element.ValueKind != JsonValueKind.Null).Select(element => One(element, key))];
        }
        return metrics;
    }

    static Metric One(JsonElement element, string key)
    {
        var metric = KerasObjects.Read(element, name => (Metric)name, Metric.FromConfiguration, $"{Place}.{key}");
        if (element.ValueKind == JsonValueKind.Object && element.GetProperty("config") is { ValueKind: JsonValueKind.Object } config && config.TryGetProperty("name", out var name) && name.ValueKind == JsonValueKind.String)
        {
            metric.Name = name.GetString()!;
        }
        return metric;
    }

    static IEnumerable<JsonElement> Flat(JsonElement element, int depth) => element.ValueKind == JsonValueKind.Array && depth < 4 ? element.EnumerateArray().SelectMany(item => Flat(item, depth + 1)) : [element];

    /// <summary>What each output gets: by its name, by its place in a list, or one for all. Null gives nothing.</summary>
    static IEnumerable<(string Name, JsonElement Element)> ByOutput(JsonElement given, IReadOnlyList<string> names, string key, bool isSingle, bool forAll)
    {
        if (given.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined)
        {
            return [];
        }
        (string Name, JsonElement Element)[] pairs;
        if (isSingle || given.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array))
        {
            pairs = forAll || names.Count == 1 ? [.. names.Select(name => (name, given))] : throw Unexpected(given, key, $"one for each of the outputs {string.Join(", ", names)}");
        }
        else if (given.ValueKind == JsonValueKind.Object)
        {
            pairs = [.. given.EnumerateObject().Select(member => (member.Name, member.Value))];
        }
        else
        {
            pairs = given.GetArrayLength() == names.Count ? [.. names.Zip(given.EnumerateArray())] : throw Unexpected(given, key, $"one for each of the outputs {string.Join(", ", names)}");
        }
        return pairs.Where(pair => pair.Element.ValueKind != JsonValueKind.Null);
    }

    /// <summary>Whether it is one object with a class, and not one for each output.</summary>
    static bool IsObject(JsonElement element) => element.ValueKind == JsonValueKind.Object && element.TryGetProperty("class_name", out _) && element.TryGetProperty("config", out _);

    static KerasFormatException Unexpected(JsonElement found, string key, string expected) => new($"{Place}{key}: expected {expected}, but found {KerasObjects.Short(found)}.");
}
