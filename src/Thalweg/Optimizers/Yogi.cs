using Thalweg.Catalogs;
using Thalweg.Schedules;

namespace Thalweg.Optimizers;

/// <summary>Yogi: Adam whose mean of squares changes by additions of bounded size, so that the step can't grow fast.</summary>
/// <remarks>
/// m as Adam; v ← v − (1 − β₂) sign(v − g²) g²; w ← w − α m̂ / (√v̂ + ε), with Adam's corrections. Zaheer et al., 2018, NeurIPS.
/// </remarks>
/// <example><code>
/// var w = new Variable(Tensor.Of(1f));
/// new Yogi(0.1).Minimize(() => w.Value.Square().Sum(), [w]);
/// w.Value.Item()     // 0.900063
/// </code></example>
/// <param name="learningRate">α; 0.01 where it isn't given.</param>
[Named("yogi")]
public sealed class Yogi(Schedule? learningRate = null) : Optimizer(learningRate ?? 0.01)
{
    /// <summary>Decay of the mean of the gradients, β₁ in [0, 1).</summary>
    public double Beta1 { get; init => field = Require.InUnitInterval(value); } = 0.9;

    /// <summary>Decay of the mean of the squared gradients, β₂ in [0, 1).</summary>
    public double Beta2 { get; init => field = Require.InUnitInterval(value); } = 0.999;

    /// <summary>Keeps the division finite where the gradient has been zero, ε.</summary>
    public double Epsilon { get; init => field = Require.NotNegative(value); } = 1e-3;

    /// <summary>What both means begin with.</summary>
    public double InitialAccumulatorValue { get; init => field = Require.NotNegative(value); } = 1e-6;

    /// <inheritdoc/>
    protected override Tensor Update(Tensor w, Tensor g, in Step step, Slots slots)
    {
        var square = g.Square();
        var m = slots.From("momentum", InitialAccumulatorValue).Set(m => m * Beta1 + g * (1 - Beta1));
        var v = slots.From("velocity", InitialAccumulatorValue).Set(v => v - (v - square).Sign() * square * (1 - Beta2));
        return w - m / (1 - step.Power(Beta1)) * step.LearningRate / ((v / (1 - step.Power(Beta2))).Sqrt() + Epsilon);
    }
}
