using Thalweg.Catalogs;

namespace Thalweg.Schedules;

/// <summary>A straight rise in front of any schedule, which begins when the rise is over.</summary>
/// <remarks>For s &lt; w: (φ + (1 − φ) s / w) · after(0); then after(s − w). Goyal et al., 2017, arXiv 1706.02677.</remarks>
/// <example><code>new LinearWarmup(new CosineDecay(0.1, 1000), WarmupSteps: 100)</code></example>
/// <param name="After">The schedule that follows.</param>
/// <param name="WarmupSteps">Over how many steps it rises, w.</param>
/// <param name="StartFactor">Which part of the first learning rate it begins with, φ.</param>
[Named("linear_warmup")]
public sealed record LinearWarmup(Schedule After, double WarmupSteps, double StartFactor = 0) : Schedule
{
    /// <inheritdoc/>
    public override double At(long step) => step < WarmupSteps
        ? (StartFactor + (1 - StartFactor) * step / WarmupSteps) * After.At(0)
        : After.At(step - (long)WarmupSteps);
}
