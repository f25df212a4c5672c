using Thalweg.Catalogs;

namespace Thalweg.Schedules;

/// <summary>Falls by a factor at each of some steps: α γ^(milestones passed).</summary>
/// <remarks>Values as PyTorch's MultiStepLR: the rate falls with the milestone's step itself.</remarks>
/// <param name="InitialLearningRate">The learning rate at first, α.</param>
/// <param name="Milestones">The steps at which it falls.</param>
/// <param name="Gamma">The factor, γ.</param>
[Named("multi_step_decay")]
public sealed record MultiStepDecay(double InitialLearningRate, IReadOnlyList<int> Milestones, double Gamma = 0.1) : Schedule
{
    /// <inheritdoc/>
    public override double At(long step) => InitialLearningRate * Math.Pow(Gamma, Milestones.Count(milestone => step >= milestone));
}
