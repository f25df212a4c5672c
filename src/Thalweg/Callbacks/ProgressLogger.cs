using System.Diagnostics;
using System.Globalization;

namespace Thalweg.Callbacks;

/// <summary>Writes how a training goes: epoch, steps, time, loss and metrics, as Keras does.</summary>
/// <param name="output">Where to.</param>
/// <param name="bar">Whether to rewrite a bar during each epoch; otherwise there is one line after it.</param>
public sealed class ProgressLogger(TextWriter output, bool bar) : Callback
{
    const int Width = 20;
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    readonly Stopwatch epochTime = new();
    TimeSpan lastShown;

    /// <inheritdoc/>
    protected internal override bool HearsBatches => bar;

    /// <inheritdoc/>
    public override void OnEpochBegin(Training training, int epoch)
    {
        if (bar)
        {
            output.WriteLine(Invariant($"Epoch {epoch + 1}/{training.Epochs}"));
        }
        epochTime.Restart();
        lastShown = TimeSpan.Zero;
    }

    /// <inheritdoc/>
    public override void OnBatchEnd(Training training, int batch, IReadOnlyDictionary<string, double> logs)
    {
        if (bar && epochTime.Elapsed - lastShown > Pause)
        {
            lastShown = epochTime.Elapsed;
            Show(training, batch + 1, logs);
        }
    }

    /// <inheritdoc/>
    public override void OnEpochEnd(Training training, int epoch, IReadOnlyDictionary<string, double> logs)
    {
        if (bar)
        {
            Show(training, training.StepsPerEpoch, logs);
            output.WriteLine();
            return;
        }
        output.WriteLine(Invariant($"Epoch {epoch + 1}/{training.Epochs} - {epochTime.Elapsed.TotalSeconds:0.0}s{Numbers(logs)}"));
    }

    void Show(Training training, int steps, IReadOnlyDictionary<string, double> logs)
    {
        var full = Width * steps / Math.Max(1, training.StepsPerEpoch);
        var perStep = epochTime.Elapsed.TotalMilliseconds / Math.Max(1, steps);
        output.Write(Invariant($"\r{steps}/{training.StepsPerEpoch} {new string('━', full)}{new string('╌', Width - full)} {epochTime.Elapsed.TotalSeconds:0.0}s {perStep:0.#}ms/step{Numbers(logs)}"));
    }

    static string Numbers(IReadOnlyDictionary<string, double> logs) =>
        string.Concat(logs.Select(pair => Invariant($" - {pair.Key}: {(Math.Abs(pair.Value) is > 0 and < 1e-3 ? pair.Value.ToString("0.0000e+0", CultureInfo.InvariantCulture) : pair.Value.ToString("0.0000", CultureInfo.InvariantCulture))}")));

    static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
