using Thalweg.Callbacks;
using Thalweg.Losses;
using Thalweg.Models;

namespace Thalweg.Descents;

/// <summary>A brief training, as a diagnosis runs it: on what, and how.</summary>
sealed record Trial
{
    /// <summary>The rows that are trained on.</summary>
    public required Tensor X { get; init; }

    /// <summary>What is expected of them.</summary>
    public required Tensor Y { get; init; }

    /// <summary>The rows that are tested on.</summary>
    public required (Tensor X, Tensor Y) Held { get; init; }

    public required Loss Loss { get; init; }

    public bool Shuffle { get; init; } = true;

    public IReadOnlyDictionary<int, double>? ClassWeight { get; init; }

    /// <summary>A constant learning rate in place of the optimiser's own.</summary>
    public double? LearningRate { get; init; }

    /// <summary>Changes the model for this trial, and gives what undoes that; weights are put back anyway.</summary>
    public Func<Model, Action>? Change { get; init; }

    public IReadOnlyList<Callback> Callbacks { get; init; } = [];
}
