using Thalweg.Catalogs;

namespace Thalweg.Schedules;

/// <summary>A cosine between a learning rate and a least one, down and up again: η + (α − η) ½ (1 + cos(π s / n)).</summary>
/// <remarks>Values as PyTorch's CosineAnnealingLR.</remarks>
/// <param name="InitialLearningRate">The greatest learning rate, α.</param>
/// <param name="TMax">The steps from the greatest to the least, n.</param>
/// <param name="EtaMin">The least, η.</param>
[Named("cosine_annealing")]
public sealed record CosineAnnealing(double InitialLearningRate, double TMax, double EtaMin = 0) : Schedule
{
    /// <inheritdoc/>
    public override double At(long step) => EtaMin + (InitialLearningRate - EtaMin) * 0.5 * (1 + Math.Cos(Math.PI * step / TMax));
}
