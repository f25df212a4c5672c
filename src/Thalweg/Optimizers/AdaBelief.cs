using Thalweg.Catalogs;
using Thalweg.Schedules;

namespace Thalweg.Optimizers;

/// <summary>AdaBelief: Adam that divides by how far gradients stray from their mean, not by their size: large steps where they agree.</summary>
/// <remarks>m as Adam; s ← β₂ s + (1 − β₂)(g − m)² + ε; w ← w − α m̂ / (√ŝ + ε). Zhuang et al., 2020, arXiv 2010.07468.</remarks>
/// <example><code>
/// var w = new Variable(Tensor.Of(1f));
/// new AdaBelief(0.1).Minimize(() => w.Value.Square().Sum(), [w]);
/// w.Value.Item()     // 0.88889
/// </code></example>
/// <param name="learningRate">α; 0.001 where it isn't given.</param>
[Named("adabelief")]
public sealed class AdaBelief(Schedule? learningRate = null) : Optimizer(learningRate ?? 0.001)
{
    /// <summary>Decay of the mean of the gradients, β₁ in [0, 1).</summary>
    public double Beta1 { get; init => field = Require.InUnitInterval(value); } = 0.9;

    /// <summary>Decay of the mean of the squared gradients, β₂ in [0, 1).</summary>
    public double Beta2 { get; init => field = Require.InUnitInterval(value); } = 0.999;

    /// <summary>Keeps the division finite where the gradient has been zero, ε.</summary>
    public double Epsilon { get; init => field = Require.NotNegative(value); } = 1e-16;

    /// <inheritdoc/>
    protected override Tensor Update(Tensor w, Tensor g, in Step step, Slots slots)
    {
        var m = slots["momentum"].Set(m => m * Beta1 + g * (1 - Beta1));
        var s = slots["belief"].Set(s => s * Beta2 + (g - m).Square() * (1 - Beta2) + Epsilon);
        return w - m / (1 - step.Power(Beta1)) * step.LearningRate / ((s / (1 - step.Power(Beta2))).Sqrt() + Epsilon);
    }
}
