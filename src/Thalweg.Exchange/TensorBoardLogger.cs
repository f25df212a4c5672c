using Thalweg.Callbacks;
using Thalweg.Exchange.TensorBoard;
using Thalweg.Models;

namespace Thalweg.Exchange;

/// <summary>Writes a training for TensorBoard: loss and metrics of each epoch, how weights are spread, the model's graph, and pictures.</summary>
/// <remarks>
/// As Keras's callback: training is in the folder <c>train</c>, validation in <c>validation</c>, numbers are called <c>epoch_loss</c>,
/// <c>epoch_accuracy</c>, …; look at them with <c>tensorboard --logdir logs</c>.
/// </remarks>
/// <example><code>model.Fit(x, y, epochs: 10, callbacks: [new TensorBoardLogger("logs") { HistogramFrequency = 1 }]);</code></example>
/// <param name="folder">Where the files go; made where it doesn't exist.</param>
public sealed class TensorBoardLogger(string folder) : Callback, IDisposable
{
    readonly List<(string Tag, byte[] Png, long Step)> pictures = [];
    EventFile? train, validation;
    int epochsSeen;

    /// <summary>After how many epochs the spread of every weight is written; never where it is 0.</summary>
    public int HistogramFrequency { get; init; }

    /// <summary>A model whose layers are drawn as a graph.</summary>
    public Model? Graph { get; init; }

    /// <summary>What time it is, in seconds since 1970.</summary>
    public Func<double> Clock { get; init; } = () => DateTimeOffset.UtcNow.ToUnixTimeMilliseconds() / 1000.0;

    /// <inheritdoc/>
    protected override bool HearsBatches => false;

    /// <summary>Adds a picture, as <c>figure.GetPng(600, 400)</c> gives it; it is written at the next occasion.</summary>
    /// <param name="tag">What it is called.</param>
    /// <param name="png">The picture in PNG.</param>
    /// <param name="step">The epoch it belongs to.</param>
    /// <exception cref="ArgumentException">The bytes aren't PNG.</exception>
    public void AddImage(string tag, byte[] png, long step = 0)
    {
        ArgumentNullException.ThrowIfNull(png);
        Summaries.Image(tag, png, step, 0);     // refuses what isn't PNG now
        pictures.Add((tag, png, step));
        WritePictures();
    }

    /// <inheritdoc/>
    public override void OnTrainBegin(Training training)
    {
        train ??= new EventFile(Path.Combine(folder, "train"), Clock(), ".v2");
        if (Graph is not null)
        {
            train.Write(Summaries.Graph(Graph, Clock()));
        }
        WritePictures();
    }

    /// <inheritdoc/>
    public override void OnEpochEnd(Training training, int epoch, IReadOnlyDictionary<string, double> logs)
    {
        ArgumentNullException.ThrowIfNull(training);
        ArgumentNullException.ThrowIfNull(logs);
        var now = Clock();
        foreach (var (name, value) in logs)
        {
            if (name.StartsWith("val_", StringComparison.Ordinal))
            {
                validation ??= new EventFile(Path.Combine(folder, "validation"), now, ".v2");
                validation.Write(Summaries.Scalar("epoch_" + name["val_".Length..], value, epoch, now));
            }
            else
            {
                train!.Write(Summaries.Scalar("epoch_" + name, value, epoch, now));
            }
        }
        train!.Write(Summaries.Scalar("epoch_learning_rate", training.Optimizer.LearningRate.At(training.Optimizer.Iterations), epoch, now));
        if (HistogramFrequency > 0 && epochsSeen++ % HistogramFrequency == 0)
        {
            foreach (var weight in training.Weights)
            {
                train.Write(Summaries.Histogram(weight.Path, weight.Value.ToArray<float>(), epoch, now));
            }
        }
        WritePictures();
        train.Flush();
        validation?.Flush();
    }

    /// <inheritdoc/>
    public override void OnTrainEnd(Training training)
    {
        train?.Flush();
        validation?.Flush();
    }

    /// <summary>Closes the files.</summary>
    public void Dispose()
    {
        train?.Dispose();
        validation?.Dispose();
        (train, validation) = (null, null);
    }

    void WritePictures()
    {
        if (train is null)
        {
            return;
        }
        foreach (var (tag, png, step) in pictures)
        {
            train.Write(Summaries.Image(tag, png, step, Clock()));
        }
        pictures.Clear();
        train.Flush();
    }
}
