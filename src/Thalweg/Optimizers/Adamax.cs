using Thalweg.Catalogs;
using Thalweg.Schedules;

namespace Thalweg.Optimizers;

/// <summary>Adamax: Adam with the greatest recent gradient in place of the mean of squares.</summary>
/// <remarks>
/// m ← m + (1 − β₁)(g − m), u ← max(β₂ u, |g|), w ← w − α m / ((1 − β₁ᵗ)(u + ε)). Kingma and Ba, 2015, arXiv 1412.6980, section 7.1.
/// </remarks>
/// <example><code>
/// var w = new Variable(Tensor.Of(1f));
/// new Adamax(0.1).Minimize(() => w.Value.Square().Sum(), [w]);
/// w.Value.Item()     // 0.9
/// </code></example>
/// <param name="learningRate">α; 0.001 where it isn't given.</param>
[Named("adamax")]
public sealed class Adamax(Schedule? learningRate = null) : Optimizer(learningRate ?? 0.001)
{
    /// <summary>Decay of the mean of the gradients, β₁ in [0, 1).</summary>
    public double Beta1 { get; init => field = Require.InUnitInterval(value); } = 0.9;

    /// <summary>Decay of the greatest gradient, β₂ in [0, 1).</summary>
    public double Beta2 { get; init => field = Require.InUnitInterval(value); } = 0.999;

    /// <summary>Keeps the division finite where the gradient has been zero, ε.</summary>
    public double Epsilon { get; init => field = Require.NotNegative(value); } = 1e-7;

    /// <inheritdoc/>
    protected override Tensor Update(Tensor w, Tensor g, in Step step, Slots slots)
    {
        var m = slots["momentum"].Set(m => m + (g - m) * (1 - Beta1));
        var u = slots["norm"].Set(u => (u * Beta2).Max(g.Abs()));
        return w - step.LearningRate * m / ((1 - step.Power(Beta1)) * (u + Epsilon));
    }
}
