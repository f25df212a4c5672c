using System.Text.Json;
using System.Text.Json.Nodes;
using Thalweg.Exchange.Hdf5;
using Thalweg.Models;
using Thalweg.Optimizers;
using Thalweg.Schedules;

namespace Thalweg.Exchange.Keras;

/// <summary>What a training needs to go on with the same bits, beside the weights: the optimiser's state, and the places in random streams.</summary>
/// <remarks>The state is in the file's weights, where Keras finds it; its paths and the streams are in an entry of their own, which Keras doesn't look at.</remarks>
static class TrainingState
{
    const string Paths = "optimizer", Streams = "streams";

    /// <summary>Whether there is a state to write: the weights have moved.</summary>
    public static bool IsThere(Optimizer? optimizer) => optimizer is { Variables.Count: > 2 };

    /// <summary>The entry.</summary>
    public static JsonObject Describe(Model model) => new()
    {
        [Paths] = IsThere(model.Optimizer) ? new JsonArray([.. WeightGroups.InKerasOrder(model.Optimizer!).Select(variable => (JsonNode?)variable.Path)]) : null,
        [Streams] = new JsonArray([.. model.RandomStreams.Select(stream => (JsonNode?)new JsonArray(stream.Seed, stream.Stream, stream.Position))]),
    };

    /// <summary>Puts the state back.</summary>
    /// <param name="entry">The entry; undefined in a file that Keras wrote.</param>
    /// <param name="file">The weights.</param>
    /// <param name="model">A model with its weights, compiled.</param>
    public static void Restore(JsonElement entry, Hdf5Reader file, Model model)
    {
        if (entry.ValueKind == JsonValueKind.Object && entry.TryGetProperty(Streams, out var streams) && streams.ValueKind == JsonValueKind.Array)
        {
            foreach (var (own, saved) in model.RandomStreams.Zip(streams.EnumerateArray()))
            {
                own.GoOnFrom(Stream(saved));
            }
        }
        if (model.Optimizer is not { } optimizer)
        {
            return;
        }
        if (file.Groups().TryGetValue(WeightGroups.UnaveragedPath, out var unaveraged) && unaveraged.Count == model.TrainableWeights.Count)
        {
            var trained = model.TrainableWeights.Select((weight, i) => (weight, file.Read(WeightGroups.UnaveragedPath, i, weight.Shape, weight.DType))).ToArray();
            foreach (var (weight, value) in trained)
            {
                optimizer.Unaveraged.Set(weight, value);
            }
        }
        if (!file.Groups().TryGetValue("optimizer/vars", out var group) || group.Count == 0)
        {
            return;
        }
        var paths = entry.ValueKind == JsonValueKind.Object && entry.TryGetProperty(Paths, out var given) && given.ValueKind == JsonValueKind.Array
            ? given.EnumerateArray().Select(path => path.ToString()).ToArray()
            : null;
        optimizer.Build(model.TrainableWeights);
        var variables = WeightGroups.InKerasOrder(optimizer);
        if (paths is not null && paths.Length == group.Count && (variables.Count != group.Count || !variables.Select(variable => variable.Path).SequenceEqual(paths)))
        {
            // State that is made as training goes, as L-BFGS's memory: kept by its paths until it is needed.
            optimizer.SetState(paths.Select((path, i) => (path, i)).ToDictionary(pair => pair.path, pair => file.Read("optimizer/vars", pair.i, file.ShapeOf("optimizer/vars", pair.i), file.TypeOf("optimizer/vars", pair.i))));
            return;
        }
        if (variables.Count != group.Count)
        {
            throw new KerasFormatException($"The file holds {group.Count} variables of the optimizer '{group.Name}', but {optimizer.GetType().Name} has {variables.Count} for this model. Load it without: Model.Load(path, compile: false).");
        }
        var values = variables.Select((variable, i) => file.Read("optimizer/vars", i, variable.Shape, variable.DType)).ToArray();
        foreach (var (variable, value) in variables.Zip(values))
        {
            variable.Assign(value);
        }
        if (optimizer.LearningRate is not ConstantSchedule)
        {
            optimizer.LearningRate = optimizer.LearningRate;        // the rate of the step that comes next
        }
    }

    static RandomStream Stream(JsonElement saved) =>
        saved.ValueKind == JsonValueKind.Array && saved.GetArrayLength() == 3 && saved.EnumerateArray().All(number => number.ValueKind == JsonValueKind.Number && number.TryGetInt64(out _)) && saved[2].GetInt64() >= 0
            ? new RandomStream(saved[0].GetInt64(), saved[1].GetInt64()) { Position = saved[2].GetInt64() }
            : throw new KerasFormatException($"thalweg.json: a random stream is {KerasObjects.Short(saved)}; seed, number and position are expected.");
}
