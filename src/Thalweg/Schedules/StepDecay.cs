using Thalweg.Catalogs;

namespace Thalweg.Schedules;

/// <summary>Falls by a factor after every n steps: α γ^⌊s / n⌋.</summary>
/// <remarks>Values as PyTorch's StepLR.</remarks>
/// <param name="InitialLearningRate">The learning rate at first, α.</param>
/// <param name="StepSize">After how many steps it falls, n.</param>
/// <param name="Gamma">The factor, γ.</param>
[Named("step_decay")]
public sealed record StepDecay(double InitialLearningRate, int StepSize, double Gamma = 0.1) : Schedule
{
    /// <inheritdoc/>
    public override double At(long step) => InitialLearningRate * Math.Pow(Gamma, step / StepSize);
}
