using Thalweg.Catalogs;
using Thalweg.Schedules;

namespace Thalweg.Optimizers;

/// <summary>Adam: gradient descent that divides each weight's step by the recent size of its gradient.</summary>
/// <remarks>
/// m ← m + (1 − β₁)(g − m), v ← v + (1 − β₂)(g² − v), w ← w − α √(1 − β₂ᵗ) / (1 − β₁ᵗ) · m / (√v + ε).
/// Kingma and Ba, 2015, arXiv 1412.6980, in the form before its section 2.1 (ε outside the root, as Keras). AMSGrad divides by
/// the greatest v so far: Reddi et al., 2018, arXiv 1904.09237.
/// </remarks>
/// <example><code>
/// var w = new Variable(Tensor.Of(1f));
/// new Adam(0.1).Minimize(() => w.Value.Square().Sum(), [w]);
/// w.Value.Item()     // 0.900001
/// </code></example>
/// <param name="learningRate">α; 0.001 where it isn't given.</param>
[Named("adam")]
public class Adam(Schedule? learningRate = null) : Optimizer(learningRate ?? 0.001)
{
    /// <summary>Decay of the mean of the gradients, β₁ in [0, 1).</summary>
    public double Beta1 { get; init => field = Require.InUnitInterval(value); } = 0.9;

    /// <summary>Decay of the mean of the squared gradients, β₂ in [0, 1).</summary>
    public double Beta2 { get; init => field = Require.InUnitInterval(value); } = 0.999;

    /// <summary>Keeps the division finite where the gradient has been zero, ε.</summary>
    public double Epsilon { get; init => field = Require.NotNegative(value); } = 1e-7;

    /// <summary>Whether the greatest mean of squared gradients so far divides, in place of the last.</summary>
    public bool AmsGrad { get; init; }

    /// <inheritdoc/>
    protected override Tensor Update(Tensor w, Tensor g, in Step step, Slots slots)
    {
        var m = slots["momentum"].Set(m => m + (g - m) * (1 - Beta1));
        var v = slots["velocity"].Set(v => v + (g.Square() - v) * (1 - Beta2));
        if (AmsGrad)
        {
            var last = v;
            v = slots["velocity_hat"].Set(greatest => greatest.Max(last));
        }
        var α = step.LearningRate * (1 - step.Power(Beta2)).Sqrt() / (1 - step.Power(Beta1));
        return w - m * α / (v.Sqrt() + Epsilon);
    }
}
