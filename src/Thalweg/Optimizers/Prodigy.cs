using Thalweg.Catalogs;
using Thalweg.Schedules;

namespace Thalweg.Optimizers;

/// <summary>Prodigy: Adam that finds its own learning rate from how far the weights have come. Leave the learning rate at 1.</summary>
/// <remarks>
/// With d the estimated distance: m ← β₁ m + (1 − β₁) d g, v ← β₂ v + (1 − β₂) d² g²; r ← √β₂ r + (1 − √β₂) α d² ⟨g, w₀ − w⟩,
/// s ← √β₂ s + (1 − √β₂) α d² g, both over all weights; w ← w − α d m / (√v + d ε); then d ← max(d, r / ‖s‖₁). Mishchenko and Defazio, 2023, arXiv 2306.06101.
/// </remarks>
/// <example><code>
/// var w = new Variable(Tensor.Of(1f));
/// new Prodigy().Minimize(() => w.Value.Square().Sum(), [w]);
/// w.Value.Item()     // 0.999997
/// </code></example>
/// <param name="learningRate">α; 1 where it isn't given, or a schedule from 1 down.</param>
[Named("prodigy")]
public sealed class Prodigy(Schedule? learningRate = null) : Optimizer(learningRate ?? 1)
{
    /// <summary>Decay of the mean of the gradients, β₁ in [0, 1).</summary>
    public double Beta1 { get; init => field = Require.InUnitInterval(value); } = 0.9;

    /// <summary>Decay of the mean of the squared gradients, β₂ in [0, 1).</summary>
    public double Beta2 { get; init => field = Require.InUnitInterval(value); } = 0.999;

    /// <summary>Keeps the division finite where the gradient has been zero, ε.</summary>
    public double Epsilon { get; init => field = Require.NotNegative(value); } = 1e-8;

    /// <summary>The first estimate of the distance, d₀.</summary>
    public double InitialDistance { get; init => field = Require.Positive(value); } = 1e-6;

    /// <inheritdoc/>
    protected override void Move(StepDraft draft)
    {
        var (distance, kept) = (Shared.Single("d", InitialDistance), Math.Sqrt(Beta2));
        var d = distance.Value;
        var α = new Step(draft, DType.Float64).LearningRate;
        var (gained, size) = (Tensor.Scalar(0, DType.Float64), Tensor.Scalar(0, DType.Float64));
        for (var i = 0; i < draft.Variables.Count; i++)
        {
            var (w, g, slots) = (draft.Weights[i], draft.Gradients[i], draft.SlotsOf(i));
            var start = slots.Copy("start").Value;
            gained += (g * (start - w)).Sum().Cast(DType.Float64);
            var share = (α * d * d * (1 - kept)).Cast(w.DType);
            size += slots["s"].Set(s => s * kept + g * share).Abs().Sum().Cast(DType.Float64);
            draft.Weights[i] = Update(w, g, draft.StepOf(i), slots);
        }
        var r = Shared.Single("r", 0).Set(r => r * kept + α * d * d * gained * (1 - kept));
        distance.Set(d => Tensor.Where(size > 0, d.Max(r / Tensor.Where(size > 0, size, 1)), d));
    }

    /// <inheritdoc/>
    protected override Tensor Update(Tensor w, Tensor g, in Step step, Slots slots)
    {
        var d = Shared.Single("d", InitialDistance).Value.Cast(w.DType);
        var m = slots["momentum"].Set(m => m * Beta1 + g * d * (1 - Beta1));
        var v = slots["velocity"].Set(v => v * Beta2 + (g * d).Square() * (1 - Beta2));
        return w - m * d * step.LearningRate / (v.Sqrt() + d * Epsilon);
    }
}
