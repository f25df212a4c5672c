using Thalweg.Catalogs;

namespace Thalweg.Schedules;

/// <summary>Half a cosine from the learning rate down to a part of it, with a rise in front where one is wanted.</summary>
/// <remarks>
/// For s &lt; w steps of warm-up: α₀ + (α − α₀) s / w. Then, with p the part of n steps that is over, α ((1 − ρ) ½ (1 + cos π p) + ρ).
/// Loshchilov and Hutter, 2017, arXiv 1608.03983, without restarts. As Keras, the fall starts from the target of the warm-up where there is one.
/// </remarks>
/// <param name="InitialLearningRate">The learning rate at first.</param>
/// <param name="DecaySteps">Over how many steps it falls, n.</param>
/// <param name="Alpha">Which part of it is left at the end, ρ.</param>
/// <param name="WarmupTarget">What it rises to first; it doesn't where this isn't given.</param>
/// <param name="WarmupSteps">Over how many steps it rises, w.</param>
[Named("cosine_decay")]
public sealed record CosineDecay(double InitialLearningRate, double DecaySteps, double Alpha = 0, double? WarmupTarget = null, double WarmupSteps = 0) : Schedule
{
    /// <inheritdoc/>
    public override double At(long step)
    {
        if (WarmupTarget is not { } target)
        {
            return Fall(Math.Min(step, DecaySteps), InitialLearningRate);
        }
        return step < WarmupSteps
            ? InitialLearningRate + (target - InitialLearningRate) * step / WarmupSteps
            : Fall(Math.Min(step - WarmupSteps, DecaySteps), target);
    }

    double Fall(double step, double from) => from * ((1 - Alpha) * 0.5 * (1 + Math.Cos(Math.PI * step / DecaySteps)) + Alpha);
}
