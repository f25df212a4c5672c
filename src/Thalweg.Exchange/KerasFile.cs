using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Thalweg.Data;
using Thalweg.Exchange.Archives;
using Thalweg.Exchange.Hdf5;
using Thalweg.Exchange.Keras;
using Thalweg.Models;

namespace Thalweg.Exchange;

/// <summary>Models as <c>.keras</c> files: a zip archive of <c>config.json</c>, <c>metadata.json</c> and <c>model.weights.h5</c>, which Keras opens and writes too.</summary>
/// <remarks>
/// A file holds layers, weights, what the model was compiled with, and the optimiser's state, so that training goes on with the same bits.
/// Further entries may be added, which Keras ignores. Files are untrusted: no code in them is ever run, and sizes are checked before memory is taken.
/// </remarks>
public static class KerasFile
{
    const string Config = "config.json", Metadata = "metadata.json", WeightsEntry = "model.weights.h5", State = "thalweg.json";

    /// <summary>The version of Keras whose format is written.</summary>
    const string KerasVersion = "3.15.1";

    /// <summary>A description of layers longer than this is no model.</summary>
    const int LongestConfig = 64 << 20;

    /// <summary>Writes a model, whole or not at all.</summary>
    /// <param name="model">A <see cref="Sequential"/> that knows its input's shape, or a <see cref="Functional"/>.</param>
    /// <param name="path">The file; one that is there before is replaced when everything has been written.</param>
    /// <param name="entries">Further files for the archive, by their names.</param>
    /// <exception cref="NotSupportedException">The model holds something of one's own that isn't registered with <see cref="CustomObjects"/>.</exception>
    /// <exception cref="InvalidOperationException">The model has no weights yet.</exception>
    /// <exception cref="IOException">The file can't be written.</exception>
    public static void Save(Model model, string path, IReadOnlyDictionary<string, byte[]>? entries = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        var config = Bytes(KerasConfigWriter.Write(model));
        var metadata = Bytes(new JsonObject
        {
            ["keras_version"] = KerasVersion,
            ["date_saved"] = DateTime.UtcNow.ToString("yyyy-MM-dd'@'HH:mm:ss", CultureInfo.InvariantCulture),
        });
        WholeFile.Write(path, stream =>
        {
            var archive = new ZipWriter(stream);
            archive.Add(Metadata, metadata);
            archive.Add(Config, config);
            archive.Add(WeightsEntry, weights => Hdf5Writer.Write(weights, Groups(model)));
            archive.Add(State, Bytes(TrainingState.Describe(model)));
            foreach (var (name, content) in entries ?? new Dictionary<string, byte[]>())
            {
                archive.Add(name, content);
            }
            archive.Finish();
        }, Length(model));
    }

    /// <summary>Reads a model.</summary>
    /// <param name="path">The file.</param>
    /// <param name="compile">Whether to compile the model as the file says, with the optimiser's state; without, it predicts and can be compiled anew.</param>
    /// <exception cref="KerasFormatException">The file is damaged, or holds a class that isn't known.</exception>
    /// <exception cref="IOException">The file can't be read.</exception>
    public static Model Load(string path, bool compile = true) => Read(path, archive =>
    {
        using var weights = archive.Open(WeightsEntry);
        using var config = Parse(archive.Read(Config, LongestConfig), Config);
        var model = KerasConfigReader.Read(config.RootElement, compile, weights.Length);
        var file = Hdf5Reader.Open(weights);
        WeightsFile.Load(file, model, WeightMatching.Topology);
        if (compile)
        {
            using var state = archive.Entries.ContainsKey(State) ? Parse(archive.Read(State, LongestConfig), State) : null;
            TrainingState.Restore(state?.RootElement ?? default, file, model);
        }
        return model;
    });

    /// <summary>A further entry of a file; null where there is none of the name.</summary>
    /// <exception cref="KerasFormatException">The file is damaged.</exception>
    public static byte[]? ReadEntry(string path, string name) => Read(path, archive => archive.Entries.ContainsKey(name) ? archive.Read(name, LongestConfig) : null);

    /// <summary>Writes weights alone, with the optimiser's state where there is one.</summary>
    internal static void SaveWeights(Model model, string path) => WholeFile.Write(path, stream => Hdf5Writer.Write(stream, Groups(model)), Length(model));

    /// <summary>Reads weights alone, from a <c>.weights.h5</c> or from a <c>.keras</c>.</summary>
    internal static WeightsReport LoadWeights(Model model, string path, WeightMatching matching)
    {
        if (Path.GetExtension(path).Equals(".keras", StringComparison.OrdinalIgnoreCase))
        {
            return Read(path, archive =>
            {
                using var weights = archive.Open(WeightsEntry);
                return LoadWeights(model, weights, matching);
            });
        }
        return Guarded(path, () =>
        {
            using var stream = File.OpenRead(path);
            return LoadWeights(model, stream, matching);
        });
    }

    static WeightsReport LoadWeights(Model model, Stream stream, WeightMatching matching)
    {
        var file = Hdf5Reader.Open(stream);
        return WeightsFile.Load(file, model, matching);
    }

    static IEnumerable<WeightGroup> Groups(Model model) => TrainingState.IsThere(model.Optimizer)
        ? [.. WeightGroups.Of(model), WeightGroups.Of(model.Optimizer!), .. WeightGroups.Unaveraged(model) is { } unaveraged ? [unaveraged] : Array.Empty<WeightGroup>()]
        : WeightGroups.Of(model);

    /// <summary>The bytes of all values: a file is a little longer.</summary>
    static long Length(Model model) => Groups(model).SelectMany(group => group.Variables).Sum(variable => (long)variable.Shape.Size * variable.DType.Size);

    static T Read<T>(string path, Func<ZipReader, T> read) => Guarded(path, () =>
    {
        using var stream = File.OpenRead(path);
        return read(ZipReader.Open(stream));
    });

    /// <summary>Says the file's name with what is wrong with it.</summary>
    static T Guarded<T>(string path, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception fault) when (fault is FormatException or InvalidDataException or EndOfStreamException or InvalidOperationException or OverflowException)
        {
            throw new KerasFormatException($"'{path}': {fault.Message}{(fault.Message.EndsWith('.') ? "" : ".")}", fault);
        }
    }

    static JsonDocument Parse(byte[] bytes, string name)
    {
        try
        {
            return JsonDocument.Parse(bytes);
        }
        catch (JsonException fault)
        {
            throw new KerasFormatException($"{name} isn't JSON: {fault.Message}", fault);
        }
    }

    static byte[] Bytes(JsonObject json) => Encoding.UTF8.GetBytes(json.ToJsonString());
}
