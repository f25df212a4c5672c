using Thalweg.Optimizers;

namespace Thalweg.Callbacks;

/// <summary>A training that is going on, as callbacks see it.</summary>
public sealed class Training
{
    internal Training(IReadOnlyList<Variable> weights, Optimizer optimizer)
    {
        Weights = weights;
        Optimizer = optimizer;
    }

    /// <summary>All weights of the model; a callback may read and set them between steps.</summary>
    public IReadOnlyList<Variable> Weights { get; }

    /// <summary>The weights that are trained, in the model's order.</summary>
    public IReadOnlyList<Variable> TrainableWeights { get; internal init; } = [];

    /// <summary>The optimiser; its learning rate may be changed between steps.</summary>
    public Optimizer Optimizer { get; }

    /// <summary>The number of the epoch after the last.</summary>
    public int Epochs { get; internal init; }

    /// <summary>Batches in an epoch.</summary>
    public int StepsPerEpoch { get; internal init; }

    /// <summary>The names of the numbers that are logged, validation's with <c>val_</c> in front.</summary>
    public IReadOnlyList<string> MetricNames { get; internal init; } = [];

    /// <summary>The number of the first epoch. A callback may set it later when training begins, to go on where an earlier one stopped.</summary>
    public int InitialEpoch { get; set; }

    /// <summary>The random numbers that the training draws from: its order, then those of layers.</summary>
    public IReadOnlyList<RandomStream> Streams { get; internal init; } = [];

    /// <summary>What a step computes; null for a training that isn't a model's.</summary>
    internal StepInside? Inside { get; init; }

    /// <summary>Whether a callback has asked to stop.</summary>
    public bool IsStopping { get; private set; }

    /// <summary>Asks to stop: after the current step, and with the current epoch's end.</summary>
    public void Stop() => IsStopping = true;
}
