using Thalweg.Layers;

namespace Thalweg.Callbacks;

/// <summary>
/// Stops a training as soon as its loss isn't finite, and says in which batch that was, and in which layer a number was first
/// that wasn't finite either.
/// </summary>
/// <remarks>To look back it keeps the weights as they were before each step, which costs about as much as copying them.</remarks>
/// <example><code>
/// var stop = new TerminateOnNaN();
/// model.Fit(x, y, callbacks: [stop]);
/// Console.WriteLine(stop);     // The loss wasn't finite after batch 3 of epoch 0; …
/// </code></example>
public sealed class TerminateOnNaN : Callback
{
    int epoch;
    Tensor[] before = [];

    /// <summary>The epoch and the batch after which the loss wasn't finite; null where it always was.</summary>
    public (int Epoch, int Batch)? Where { get; private set; }

    /// <summary>
    /// Where in the step the first such number appeared: <c>inputs</c>, the name of a layer by what it computed, or <c>loss</c> where
    /// all of the model's outputs were finite; null where nothing was found.
    /// </summary>
    public string? FirstLayer { get; private set; }

    /// <summary>The path of the first weight that has such a number after the step: its layer, then its name; null where all are finite.</summary>
    public string? FirstWeight { get; private set; }

    /// <inheritdoc/>
    public override void OnTrainBegin(Training training) => (Where, FirstLayer, FirstWeight, before) = (null, null, null, []);

    /// <inheritdoc/>
    public override void OnEpochBegin(Training training, int epoch) => this.epoch = epoch;

    /// <inheritdoc/>
    public override void OnBatchBegin(Training training, int batch) => before = [.. training.Weights.Select(weight => weight.Value)];

    /// <inheritdoc/>
    public override void OnBatchEnd(Training training, int batch, IReadOnlyDictionary<string, double> logs)
    {
        if (Where is null && logs.TryGetValue("loss", out var loss) && !double.IsFinite(loss))
        {
            Where = (epoch, batch);
            FirstWeight = training.Weights.FirstOrDefault(weight => !IsFinite(weight.Value))?.Path;
            FirstLayer = Place(training);
            training.Stop();
        }
    }

    /// <inheritdoc/>
    public override void OnTrainEnd(Training training) => before = [];

    /// <summary>What was found, as a sentence; empty where nothing was.</summary>
    public override string ToString()
    {
        if (Where is not { } where)
        {
            return "";
        }
        var what = FirstLayer switch
        {
            null => "",
            "inputs" => " The batch's own rows hold such numbers: look for missing values and overflow in the data.",
            "loss" => " The model's outputs were finite, the loss made of them wasn't: look at the targets and at the loss.",
            var layer => $" The first such number came from layer '{layer}'.",
        };
        var weight = FirstWeight is null ? " All weights are finite." : $" The first weight that isn't finite is '{FirstWeight}'.";
        return FormattableString.Invariant($"The loss wasn't finite after batch {where.Batch} of epoch {where.Epoch}.")
            + what + weight + (FirstLayer is "inputs" ? "" : " Lower the learning rate, clip gradients (ClipNorm), or scale the inputs.");
    }

    /// <summary>Computes the step once more, on the weights that it found.</summary>
    string? Place(Training training)
    {
        if (training.Inside is not { Batch: { } rows } inside || before.Length != training.Weights.Count)
        {
            return null;
        }
        var batch = rows();
        if (!batch[..inside.Inputs].All(IsFinite))
        {
            return "inputs";
        }
        Tensor[] after = [.. training.Weights.Select(weight => weight.Value)];
        Set(training, before);
        try
        {
            var finite = true;
            var outputs = LayerOutputs.Of(() => finite = IsFinite(inside.Loss(batch)));
            return outputs.FirstOrDefault(output => !IsFinite(output.Output)).Layer?.Name ?? (finite ? null : "loss");
        }
        finally
        {
            Set(training, after);
        }
    }

    static void Set(Training training, Tensor[] values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            training.Weights[i].Assign(values[i]);
        }
    }

    static bool IsFinite(Tensor tensor) => !tensor.DType.IsFloating || tensor.IsFinite().All().Item() != 0;
}
