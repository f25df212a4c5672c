using Thalweg.Catalogs;

namespace Thalweg.Schedules;

/// <summary>Half cosines from the learning rate down, one after the other, each longer and lower than the last by a factor.</summary>
/// <remarks>In the i-th period, with p the part of it that is over: α ((1 − ρ) mⁱ ½ (1 + cos π p) + ρ). Loshchilov and Hutter, 2017, arXiv 1608.03983.</remarks>
/// <param name="InitialLearningRate">The learning rate at first, α.</param>
/// <param name="FirstDecaySteps">The steps of the first period.</param>
/// <param name="TMul">How much longer each period is.</param>
/// <param name="MMul">How much higher each period begins, m.</param>
/// <param name="Alpha">Which part of the learning rate is always left, ρ.</param>
[Named("cosine_decay_restarts")]
public sealed record CosineDecayRestarts(double InitialLearningRate, double FirstDecaySteps, double TMul = 2, double MMul = 1, double Alpha = 0) : Schedule
{
    /// <inheritdoc/>
    public override double At(long step)
    {
        var (start, length, period) = (0.0, FirstDecaySteps, 0);
        while (step - start >= length)
        {
            (start, length, period) = (start + length, length * TMul, period + 1);
        }
        return InitialLearningRate * ((1 - Alpha) * 0.5 * Math.Pow(MMul, period) * (1 + Math.Cos(Math.PI * (step - start) / length)) + Alpha);
    }
}
