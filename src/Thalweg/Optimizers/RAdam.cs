using Thalweg.Catalogs;
using Thalweg.Schedules;

namespace Thalweg.Optimizers;

/// <summary>RAdam: Adam whose adaptive step waits until the mean of squares is worth something, and momentum alone till then.</summary>
/// <remarks>
/// ρ∞ = 2 / (1 − β₂) − 1, ρₜ = ρ∞ − 2 t β₂ᵗ / (1 − β₂ᵗ). Where ρₜ &gt; 5, w ← w − α r m̂ √(1 − β₂ᵗ) / (√v + ε) with
/// r = √((ρₜ − 4)(ρₜ − 2) ρ∞ / ((ρ∞ − 4)(ρ∞ − 2) ρₜ)); otherwise w ← w − α m̂. Liu et al., 2020, arXiv 1908.03265; values as PyTorch's RAdam.
/// </remarks>
/// <example><code>
/// var w = new Variable(Tensor.Of(1f));
/// new RAdam(0.1).Minimize(() => w.Value.Square().Sum(), [w]);
/// w.Value.Item()     // 0.8
/// </code></example>
/// <param name="learningRate">α; 0.001 where it isn't given.</param>
[Named("radam")]
public sealed class RAdam(Schedule? learningRate = null) : Optimizer(learningRate ?? 0.001)
{
    /// <summary>Decay of the mean of the gradients, β₁ in [0, 1).</summary>
    public double Beta1 { get; init => field = Require.InUnitInterval(value); } = 0.9;

    /// <summary>Decay of the mean of the squared gradients, β₂ in [0, 1).</summary>
    public double Beta2 { get; init => field = Require.InUnitInterval(value); } = 0.999;

    /// <summary>Keeps the division finite where the gradient has been zero, ε.</summary>
    public double Epsilon { get; init => field = Require.NotNegative(value); } = 1e-8;

    /// <inheritdoc/>
    protected override Tensor Update(Tensor w, Tensor g, in Step step, Slots slots)
    {
        var m = slots["momentum"].Set(m => m + (g - m) * (1 - Beta1));
        var v = slots["velocity"].Set(v => v + (g.Square() - v) * (1 - Beta2));
        var (adaptive, plain) = (step.Number(Rectified), step.Number(t => Length(t) > 5 ? 0 : 1));
        return w - m * step.LearningRate / (1 - step.Power(Beta1)) * (adaptive / (v.Sqrt() + Epsilon) + plain);
    }

    /// <summary>ρₜ, the length of the mean that squares have been taken over.</summary>
    double Length(long step)
    {
        var power = Math.Pow(Beta2, step);
        return 2 / (1 - Beta2) - 1 - 2 * step * power / (1 - power);
    }

    /// <summary>r √(1 − β₂ᵗ), or 0 where the mean is too short.</summary>
    double Rectified(long step)
    {
        var (all, now) = (2 / (1 - Beta2) - 1, Length(step));
        return now > 5 ? Math.Sqrt((now - 4) * (now - 2) * all / ((all - 4) * (all - 2) * now)) * Math.Sqrt(1 - Math.Pow(Beta2, step)) : 0;
    }
}
