using Thalweg.Catalogs;

namespace Thalweg.Schedules;

/// <summary>A straight rise, then a fall with the root of the step: α min((s + 1) / w, √(w / (s + 1))).</summary>
/// <remarks>The schedule of the Transformer, there α = 1 / √(d w): Vaswani et al., 2017, arXiv 1706.03762, section 5.3.</remarks>
/// <param name="PeakLearningRate">The greatest learning rate, in step w − 1: α.</param>
/// <param name="WarmupSteps">The steps of the rise, w.</param>
[Named("inverse_square_root")]
public sealed record InverseSquareRoot(double PeakLearningRate, double WarmupSteps = 4000) : Schedule
{
    /// <inheritdoc/>
    public override double At(long step) => PeakLearningRate * Math.Min((step + 1) / WarmupSteps, Math.Sqrt(WarmupSteps / (step + 1)));
}
