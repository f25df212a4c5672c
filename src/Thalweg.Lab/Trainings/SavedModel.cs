using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Thalweg.Callbacks;
using Thalweg.Data;
using Thalweg.Exchange;
using Thalweg.Layers;
using Thalweg.Losses;
using Thalweg.Models;

namespace Thalweg.Lab.Trainings;

/// <summary>
/// A network in a <c>.keras</c> file with what it takes to use it on raw rows: how columns become numbers, how they were
/// standardised, and where the training stood. Keras ignores the entry.
/// </summary>
sealed class SavedModel
{
    /// <summary>The entry of the archive.</summary>
    const string Entry = "thalweg.table.json";

    SavedModel(string path, Sequential model, TableEncoder encoder, StandardScaler? scaler)
    {
        (Path, Model, Encoder, Scaler) = (path, model, encoder, scaler);
        Form = OutputForm.For(encoder.ClassNames.Count, model.Loss ?? (encoder.ClassNames.Count > 0 ? new CategoricalCrossentropy() : new MeanSquaredError()));
    }

    public string Path { get; }

    public Sequential Model { get; }

    /// <summary>How raw rows are encoded.</summary>
    public TableEncoder Encoder { get; }

    /// <summary>How features were standardised; null where they weren't.</summary>
    public StandardScaler? Scaler { get; }

    /// <summary>How outputs are read.</summary>
    public OutputForm Form { get; }

    /// <summary>How many epochs it was trained for.</summary>
    public int Epochs { get; private init; }

    /// <summary>Where the order of rows goes on; null where the file doesn't say.</summary>
    public RandomStream? Order { get; private init; }

    /// <summary>Reads a model that <c>thalweg train --save</c> wrote.</summary>
    /// <exception cref="UserErrorException">There is no such file, it is damaged, or it has no table's encoding.</exception>
    public static SavedModel Load(string path)
    {
        if (LoadModel(path) is not Sequential model)
            throw new UserErrorException($"{path}: the network has several branches, and a table isn't enough to tell what goes where; 'thalweg summary' and 'thalweg export' read it, and in a program model.Predict.");
        try
        {
            if (KerasFile.ReadEntry(path, Entry) is not { } bytes)
            {
                throw new UserErrorException($"{path}: the file has no table's encoding, because it wasn't saved by 'thalweg train --save'; 'thalweg summary' reads it.");
            }
            var json = JsonNode.Parse(bytes)?.AsObject() ?? [];
            var encoder = TableEncoder.FromJson(json["encoder"]!.AsObject());
            var scaler = json["scaler"] is JsonObject scaled ? StandardScaler.FromJson(scaled) : null;
            return new SavedModel(path, model, encoder, scaler)
            {
                Epochs = json["epochs"]!.GetValue<int>(),
                Order = json["order"] is JsonArray { Count: 3 } order ? new RandomStream(order[0]!.GetValue<long>(), order[1]!.GetValue<long>()) { Position = order[2]!.GetValue<long>() } : null,
            };
        }
        catch (Exception fault) when (fault is FormatException or JsonException or InvalidOperationException or NullReferenceException or ArgumentException)
        {
            throw new UserErrorException($"{path}: the table's encoding is damaged ({fault.Message}); save the model again.", fault);
        }
    }

    /// <summary>Reads a model alone, of any program.</summary>
    /// <exception cref="UserErrorException">There is no such file, or it is damaged.</exception>
    public static Model LoadModel(string path)
    {
        if (Directory.Exists(path))
            throw new UserErrorException($"'{path}' is a folder: give the name of a .keras file in it.");
        if (!File.Exists(path))
            throw new UserErrorException($"there is no file '{path}' in {Environment.CurrentDirectory}: check its name.");
        try
        {
            return KerasFile.Load(path);
        }
        catch (KerasFormatException fault)
        {
            throw new UserErrorException(fault.Message, fault);
        }
    }

    /// <summary>The standardising of inputs in a file as a layer; null where there is none.</summary>
    public static Normalization? ScalingOf(string path)
    {
        if (KerasFile.ReadEntry(path, Entry) is null || Load(path).Scaler is not { } scaler)
            return null;
        return new Normalization(Tensor.From<double>([.. scaler.Means]), Tensor.From<double>([.. scaler.Deviations.Select(deviation => deviation * deviation)])) { Name = "standardize" };
    }

    /// <summary>Whether a file has a table's encoding.</summary>
    public static bool HasTable(string path) => KerasFile.ReadEntry(path, Entry) is not null;

    /// <summary>The encoding of raw rows and the meaning of outputs, for an ONNX model that has both inside.</summary>
    public OnnxTable ForOnnx() => new(
        [.. Encoder.ToJson()["features"]!.AsArray().Select(feature => Column(feature!.AsObject()))],
        Encoder.ClassNames,
        FromLogits: Form.Activation == "linear")
    {
        Means = Scaler?.Means,
        Deviations = Scaler?.Deviations,
    };

    static OnnxColumn Column(JsonObject rule)
    {
        var name = rule["column"]!.GetValue<string>();
        return rule["kind"]!.GetValue<string>() == "text"
            ? new OnnxTextColumn(name, [.. rule["levels"]!.AsArray().Select(level => level!.GetValue<string>())], rule["missing"]!.GetValue<bool>()) { MissingTexts = CsvOptions.DefaultMissingValues }
            : new OnnxNumberColumn(name, rule["mean"]!.GetValue<double>(), rule["missing"]!.GetValue<int>() > 0);
    }

    /// <summary>Writes a network with its table's encoding, whole or not at all.</summary>
    /// <param name="path">The file.</param>
    /// <param name="run">The network.</param>
    /// <param name="data">What it learned from.</param>
    /// <param name="epochs">How many epochs it has been trained for in all.</param>
    /// <param name="order">Where the order of rows stood at the end.</param>
    public static void Save(string path, TrainingRun run, TrainingData data, int epochs, RandomStream? order)
    {
        var json = new JsonObject
        {
            ["encoder"] = data.Encoder.ToJson(),
            ["scaler"] = data.Scaler?.ToJson(),
            ["epochs"] = epochs,
            ["order"] = order is null ? null : new JsonArray(order.Seed, order.Stream, order.Position),
        };
        KerasFile.Save(run.Model, path, new Dictionary<string, byte[]> { [Entry] = Encoding.UTF8.GetBytes(json.ToJsonString()) });
    }

    /// <summary>The network's input for raw rows.</summary>
    /// <exception cref="UserErrorException">A column is missing, or holds something else than in training.</exception>
    public Tensor Features(Table table, string named)
    {
        string[] missing = [.. Encoder.FeatureColumns.Where(column => !table.Columns.Any(own => own.Name == column))];
        if (missing.Length > 0)
            throw new UserErrorException($"{named}: the network needs the column{(missing.Length == 1 ? "" : "s")} {string.Join(", ", missing.Select(column => $"'{column}'"))}, but the table has {string.Join(", ", table.Columns.Select(column => $"'{column.Name}'"))}. Add {(missing.Length == 1 ? "it" : "them")}, or rename the column that holds {(missing.Length == 1 ? "it" : "each")}.");
        try
        {
            var features = Encoder.Features(table);
            return (Scaler?.Apply(features) ?? features).ToTensor();
        }
        catch (ArgumentException fault)
        {
            throw new UserErrorException($"{named}: {TrainingData.WithoutParameter(fault)}", fault);
        }
    }

    /// <summary>Goes on with the order of rows where an earlier training stopped, and keeps where this one stops.</summary>
    public sealed class OrderKeeper(RandomStream? from) : Callback
    {
        /// <summary>The stream that the order is drawn from.</summary>
        public RandomStream? Order { get; private set; }

        protected override bool HearsBatches => false;

        /// <inheritdoc/>
        public override void OnTrainBegin(Training training)
        {
            Order = training.Streams.Count > 0 ? training.Streams[0] : null;
            if (from is not null)
                Order?.GoOnFrom(from);
        }
    }
}
