using Thalweg.Catalogs;
using Thalweg.Schedules;

namespace Thalweg.Optimizers;

/// <summary>LAMB: Adam's direction, scaled in each weight by the weight's own size, for very large batches.</summary>
/// <remarks>u = m̂ / (√v̂ + ε) with Adam's corrected means, w ← w − α ‖w‖ / ‖u‖ · u; 1 in place of the quotient where a norm is 0. You et al., 2020, arXiv 1904.00962.</remarks>
/// <example><code>
/// var w = new Variable(Tensor.Of(1f));
/// new Lamb(0.1).Minimize(() => w.Value.Square().Sum(), [w]);
/// w.Value.Item()     // 0.9
/// </code></example>
/// <param name="learningRate">α; 0.001 where it isn't given.</param>
[Named("lamb")]
public sealed class Lamb(Schedule? learningRate = null) : Optimizer(learningRate ?? 0.001)
{
    /// <summary>Decay of the mean of the gradients, β₁ in [0, 1).</summary>
    public double Beta1 { get; init => field = Require.InUnitInterval(value); } = 0.9;

    /// <summary>Decay of the mean of the squared gradients, β₂ in [0, 1).</summary>
    public double Beta2 { get; init => field = Require.InUnitInterval(value); } = 0.999;

    /// <summary>Keeps the division finite where the gradient has been zero, ε.</summary>
    public double Epsilon { get; init => field = Require.NotNegative(value); } = 1e-7;

    /// <inheritdoc/>
    protected override Tensor Update(Tensor w, Tensor g, in Step step, Slots slots)
    {
        var m = slots["momentum"].Set(m => m + (g - m) * (1 - Beta1));
        var v = slots["velocity"].Set(v => v + (g.Square() - v) * (1 - Beta2));
        var u = m / (1 - step.Power(Beta1)) / ((v / (1 - step.Power(Beta2))).Sqrt() + Epsilon);
        return w - TrustRatio.Of(w, u) * step.LearningRate * u;
    }
}
