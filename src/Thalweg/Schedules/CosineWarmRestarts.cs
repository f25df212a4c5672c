using Thalweg.Catalogs;

namespace Thalweg.Schedules;

/// <summary>Half cosines from a learning rate down to a least one, each period longer than the last by a factor.</summary>
/// <remarks>Loshchilov and Hutter, 2017, arXiv 1608.03983; values as PyTorch's CosineAnnealingWarmRestarts. Keras's form, whose periods can begin lower: <see cref="CosineDecayRestarts"/>.</remarks>
/// <param name="InitialLearningRate">Where each period begins.</param>
/// <param name="T0">The steps of the first period.</param>
/// <param name="TMult">How much longer each period is.</param>
/// <param name="EtaMin">Where each period ends.</param>
[Named("cosine_warm_restarts")]
public sealed record CosineWarmRestarts(double InitialLearningRate, double T0, double TMult = 1, double EtaMin = 0) : Schedule
{
    /// <inheritdoc/>
    public override double At(long step)
    {
        var (into, length) = ((double)step, T0);
        while (into >= length)
        {
            (into, length) = (into - length, length * TMult);
        }
        return EtaMin + (InitialLearningRate - EtaMin) * 0.5 * (1 + Math.Cos(Math.PI * into / length));
    }
}
