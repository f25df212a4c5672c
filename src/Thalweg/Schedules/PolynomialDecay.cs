using Thalweg.Catalogs;

namespace Thalweg.Schedules;

/// <summary>(α − ω)(1 − s / n)^p + ω: down to an end over n steps, along a power; again and again in longer cycles where wanted.</summary>
/// <remarks>With <paramref name="Cycle"/>, n grows to the next of its multiples when it is over, so that the rate jumps up and falls more slowly.</remarks>
/// <param name="InitialLearningRate">The learning rate at first, α.</param>
/// <param name="DecaySteps">Over how many steps it falls, n.</param>
/// <param name="EndLearningRate">Where it ends, ω.</param>
/// <param name="Power">The power, p; 1 is a straight line.</param>
/// <param name="Cycle">Whether it begins again.</param>
[Named("polynomial_decay")]
public sealed record PolynomialDecay(double InitialLearningRate, double DecaySteps, double EndLearningRate = 0.0001, double Power = 1, bool Cycle = false) : Schedule
{
    /// <inheritdoc/>
    public override double At(long step)
    {
        var n = Cycle ? DecaySteps * Math.Max(1, Math.Ceiling(step / DecaySteps)) : DecaySteps;
        return (InitialLearningRate - EndLearningRate) * Math.Pow(1 - Math.Min(step, n) / n, Power) + EndLearningRate;
    }
}
