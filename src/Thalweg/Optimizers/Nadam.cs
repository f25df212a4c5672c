using Thalweg.Catalogs;
using Thalweg.Schedules;

namespace Thalweg.Optimizers;

/// <summary>Nadam: Adam with Nesterov's look ahead along the mean of the gradients.</summary>
/// <remarks>
/// μₜ = β₁ (1 − ½ · 0.96^(t ψ)), Π = μ₁ … μₜ; m and v as Adam;
/// w ← w − α (μₜ₊₁ m / (1 − Π μₜ₊₁) + (1 − μₜ) g / (1 − Π)) / (√(v / (1 − β₂ᵗ)) + ε).
/// Dozat, 2016, ICLR workshop. Keras has ψ = 1, PyTorch's NAdam 0.004: <see cref="MomentumDecay"/>.
/// </remarks>
/// <example><code>
/// var w = new Variable(Tensor.Of(1f));
/// new Nadam(0.1).Minimize(() => w.Value.Square().Sum(), [w]);
/// w.Value.Item()     // 0.893722
/// </code></example>
/// <param name="learningRate">α; 0.001 where it isn't given.</param>
[Named("nadam")]
public sealed class Nadam(Schedule? learningRate = null) : Optimizer(learningRate ?? 0.001)
{
    const double Decay = 0.96;

    /// <summary>Decay of the mean of the gradients, β₁ in [0, 1).</summary>
    public double Beta1 { get; init => field = Require.InUnitInterval(value); } = 0.9;

    /// <summary>Decay of the mean of the squared gradients, β₂ in [0, 1).</summary>
    public double Beta2 { get; init => field = Require.InUnitInterval(value); } = 0.999;

    /// <summary>Keeps the division finite where the gradient has been zero, ε.</summary>
    public double Epsilon { get; init => field = Require.NotNegative(value); } = 1e-7;

    /// <summary>How fast the momentum rises to β₁, ψ.</summary>
    public double MomentumDecay { get; init => field = Require.NotNegative(value); } = 1;

    /// <summary>Whether μₜ stands twice in the first denominator, 1 − Π μₜ μₜ₊₁, as in PyTorch 1.13's NAdam.</summary>
    public bool AsPyTorch { get; init; }

    /// <inheritdoc/>
    protected override void Move(StepDraft draft)
    {
        var number = new Step(draft, DType.Float64).Number(Momentum);
        Shared.Single("u_product", 1).Set(product => product * number);
        base.Move(draft);
    }

    /// <inheritdoc/>
    protected override Tensor Update(Tensor w, Tensor g, in Step step, Slots slots)
    {
        var (now, next) = (step.Number(Momentum), step.Number(NextMomentum));
        var product = Shared.Single("u_product", 1).Value.Cast(w.DType);
        var m = slots["momentum"].Set(m => m + (g - m) * (1 - Beta1));
        var v = slots["velocity"].Set(v => v + (g.Square() - v) * (1 - Beta2));
        var ahead = m * next / (1 - (AsPyTorch ? product * now : product) * next) + g * (1 - now) / (1 - product);
        return w - ahead * step.LearningRate / ((v / (1 - step.Power(Beta2))).Sqrt() + Epsilon);
    }

    double Momentum(long step) => Beta1 * (1 - 0.5 * Math.Pow(Decay, step * MomentumDecay));

    double NextMomentum(long step) => Momentum(step + 1);
}
