using Thalweg.Catalogs;

namespace Thalweg.Schedules;

/// <summary>α ρ^(s / n): the learning rate falls by the same factor over every n steps.</summary>
/// <param name="InitialLearningRate">The learning rate at first, α.</param>
/// <param name="DecaySteps">Over how many steps it falls by the factor, n.</param>
/// <param name="DecayRate">The factor, ρ.</param>
/// <param name="Staircase">Whether it falls all at once after every n steps.</param>
[Named("exponential_decay")]
public sealed record ExponentialDecay(double InitialLearningRate, double DecaySteps, double DecayRate, bool Staircase = false) : Schedule
{
    /// <inheritdoc/>
    public override double At(long step)
    {
        var p = step / DecaySteps;
        return InitialLearningRate * Math.Pow(DecayRate, Staircase ? Math.Floor(p) : p);
    }
}
