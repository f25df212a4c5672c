using Thalweg.Catalogs;

namespace Thalweg.Schedules;

/// <summary>How the height of a cycle changes.</summary>
public enum CycleMode
{
    /// <summary>It stays.</summary>
    Triangular,

    /// <summary>It halves from cycle to cycle.</summary>
    Triangular2,

    /// <summary>It falls from step to step by a factor.</summary>
    ExpRange,
}

/// <summary>Up and down in straight lines between two learning rates, for ever.</summary>
/// <remarks>Smith, 2017, arXiv 1506.01186; values as PyTorch's CyclicLR.</remarks>
/// <param name="BaseLearningRate">The least.</param>
/// <param name="MaxLearningRate">The greatest.</param>
/// <param name="StepSizeUp">The steps of a rise.</param>
/// <param name="StepSizeDown">The steps of a fall; those of a rise where it isn't given.</param>
/// <param name="Mode">How the height changes.</param>
/// <param name="Gamma">The factor of <see cref="CycleMode.ExpRange"/>.</param>
[Named("cyclical")]
public sealed record Cyclical(
    double BaseLearningRate, double MaxLearningRate, double StepSizeUp = 2000, double? StepSizeDown = null, CycleMode Mode = CycleMode.Triangular, double Gamma = 1) : Schedule
{
    /// <inheritdoc/>
    public override double At(long step)
    {
        var length = StepSizeUp + (StepSizeDown ?? StepSizeUp);
        var cycle = Math.Floor(step / length);
        var into = step - cycle * length;
        var height = into <= StepSizeUp ? into / StepSizeUp : (length - into) / (length - StepSizeUp);
        var factor = Mode switch { CycleMode.Triangular => 1, CycleMode.Triangular2 => Math.Pow(2, -cycle), _ => Math.Pow(Gamma, step) };
        return BaseLearningRate + (MaxLearningRate - BaseLearningRate) * height * factor;
    }
}
