using Thalweg.Catalogs;

namespace Thalweg.Schedules;

/// <summary>α / (1 + ρ s / n).</summary>
/// <param name="InitialLearningRate">The learning rate at first, α.</param>
/// <param name="DecaySteps">How many steps count as one, n.</param>
/// <param name="DecayRate">How fast it falls, ρ.</param>
/// <param name="Staircase">Whether it falls only after every n steps.</param>
[Named("inverse_time_decay")]
public sealed record InverseTimeDecay(double InitialLearningRate, double DecaySteps, double DecayRate, bool Staircase = false) : Schedule
{
    /// <inheritdoc/>
    public override double At(long step)
    {
        var p = step / DecaySteps;
        return InitialLearningRate / (1 + DecayRate * (Staircase ? Math.Floor(p) : p));
    }
}
