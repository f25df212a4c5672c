using System.Text.Json;

namespace Thalweg.Callbacks;

/// <summary>Writes how a training goes as lines of JSON, one for each beginning, epoch and end, for other programs to follow.</summary>
/// <remarks>Numbers that JSON can't write are the strings "NaN", "Infinity" and "-Infinity".</remarks>
/// <param name="path">The file; lines are added to it.</param>
public sealed class JsonLinesLogger(string path) : Callback
{
    /// <inheritdoc/>
    protected internal override bool HearsBatches => false;

    /// <inheritdoc/>
    public override void OnTrainBegin(Training training) => Write("begin", null, new Dictionary<string, double> { ["epochs"] = training.Epochs, ["steps_per_epoch"] = training.StepsPerEpoch });

    /// <inheritdoc/>
    public override void OnEpochEnd(Training training, int epoch, IReadOnlyDictionary<string, double> logs) => Write("epoch", epoch, logs);

    /// <inheritdoc/>
    public override void OnTrainEnd(Training training) => Write("end", null, new Dictionary<string, double> { ["steps"] = training.Optimizer.Iterations });

    void Write(string what, int? epoch, IReadOnlyDictionary<string, double> numbers)
    {
        using var memory = new MemoryStream();
        using (var json = new Utf8JsonWriter(memory))
        {
            json.WriteStartObject();
            json.WriteString("event", what);
            if (epoch is { } number)
            {
                json.WriteNumber("epoch", number);
            }
            foreach (var (name, value) in numbers)
            {
                if (double.IsFinite(value))
                {
                    json.WriteNumber(name, value);
                }
                else
                {
                    json.WriteString(name, double.IsNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity");
                }
            }
            json.WriteEndObject();
        }
        using var file = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read);
        memory.WriteByte((byte)'\n');
        memory.WriteTo(file);
    }
}
