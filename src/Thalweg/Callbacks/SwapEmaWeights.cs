using Thalweg.Optimizers.Transformations;

namespace Thalweg.Callbacks;

/// <summary>Tests the model with the running averages of its weights, and trains on with the weights themselves.</summary>
/// <remarks>For an optimiser with <see cref="Optimizers.Optimizer.UseEma"/>. As Keras.</remarks>
/// <param name="swapOnEpoch">Whether the averages stand in the weights' place also at the end of each epoch, for callbacks that come after this one and save them.</param>
public sealed class SwapEmaWeights(bool swapOnEpoch = false) : Callback
{
    Tensor[]? own;

    /// <inheritdoc/>
    protected internal override bool HearsBatches => false;

    /// <inheritdoc/>
    public override void OnTrainBegin(Training training)
    {
        own = null;
        if (!training.Optimizer.UseEma)
        {
            throw new ArgumentException("SwapEmaWeights needs an optimizer that keeps averages: set its UseEma.");
        }
    }

    /// <inheritdoc/>
    public override void OnEpochBegin(Training training, int epoch) => Back(training);

    /// <inheritdoc/>
    public override void OnEpochEnd(Training training, int epoch, IReadOnlyDictionary<string, double> logs)
    {
        if (swapOnEpoch)
        {
            Swap(training);
        }
    }

    /// <inheritdoc/>
    public override void OnTestBegin(Training training) => Swap(training);

    /// <inheritdoc/>
    public override void OnTestEnd(Training training, IReadOnlyDictionary<string, double> logs) => Back(training);

    void Swap(Training training)
    {
        own = [.. training.Weights.Select(weight => weight.Value)];
        foreach (var weight in training.Weights)
        {
            if (training.Optimizer.Remembered(weight, WeightAverage.SlotName) is { } average)
            {
                weight.Assign(average);
            }
        }
    }

    void Back(Training training)
    {
        for (var i = 0; own is not null && i < own.Length; i++)
        {
            training.Weights[i].Assign(own[i]);
        }
        own = null;
    }
}
