using System.Globalization;
using System.Text.RegularExpressions;
using Thalweg.Data;

namespace Thalweg.Callbacks;

/// <summary>Saves the weights after each epoch, or after those alone in which a number got better than ever.</summary>
/// <remarks>As Keras's with <c>save_weights_only</c>. Files are <see cref="TensorFile"/>s; <see cref="Restore"/> reads them.</remarks>
/// <example><code>new ModelCheckpoint("best-{epoch:00}-{val_loss:0.000}.weights") { SaveBestOnly = true }</code></example>
/// <param name="path">The file; <c>{epoch}</c> (the first is 1) and logged numbers stand for themselves, with a .NET format after a colon.</param>
/// <param name="monitor">The number that is watched.</param>
public sealed class ModelCheckpoint(string path, string monitor = "val_loss") : Callback
{
    static readonly Regex Placeholder = new(@"\{(\w+)(?::([^}]*))?\}", RegexOptions.CultureInvariant);

    double best;

    /// <summary>The number that is watched.</summary>
    public string Monitor { get; } = monitor;

    /// <summary>Whether only epochs are saved in which the number got better.</summary>
    public bool SaveBestOnly { get; init; }

    /// <summary>Which way is better.</summary>
    public MonitorMode Mode { get; init; }

    /// <summary>What the number must be better than; nothing where it isn't given.</summary>
    public double? InitialValueThreshold { get; init; }

    /// <summary>The file that was written last; null before.</summary>
    public string? LastPath { get; private set; }

    Monitored Watched => field ??= new Monitored(Monitor, Mode);

    /// <inheritdoc/>
    protected internal override bool HearsBatches => false;

    /// <summary>Puts saved weights back into a model's.</summary>
    /// <exception cref="InvalidDataException">The file is damaged, or of another model.</exception>
    public static void Restore(string path, IReadOnlyList<Variable> weights) => Checkpoint.ReadWeights(TensorFile.Read(path), weights, path);

    /// <inheritdoc/>
    public override void OnTrainBegin(Training training)
    {
        if (SaveBestOnly)
        {
            Watched.Require(training, nameof(ModelCheckpoint));
        }
        best = InitialValueThreshold ?? Watched.Worst;
    }

    /// <inheritdoc/>
    public override void OnEpochEnd(Training training, int epoch, IReadOnlyDictionary<string, double> logs)
    {
        if (SaveBestOnly)
        {
            if (!logs.TryGetValue(Monitor, out var current) || !Watched.IsBetter(current, best))
            {
                return;
            }
            best = current;
        }
        LastPath = Placeholder.Replace(path, match => match.Groups[1].Value == "epoch"
            ? (epoch + 1).ToString(match.Groups[2].Value, CultureInfo.InvariantCulture)
            : logs.TryGetValue(match.Groups[1].Value, out var value)
                ? value.ToString(match.Groups[2].Value, CultureInfo.InvariantCulture)
                : throw new ArgumentException($"ModelCheckpoint's path has {match.Value}, but this training logs only {string.Join(", ", logs.Keys)}."));
        Checkpoint.Write(LastPath, training, nextEpoch: null);
    }
}
