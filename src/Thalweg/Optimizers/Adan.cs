using Thalweg.Catalogs;
using Thalweg.Schedules;

namespace Thalweg.Optimizers;

/// <summary>Adan: Adam with Nesterov's look ahead through the difference of successive gradients.</summary>
/// <remarks>
/// m ← (1 − β₁) m + β₁ g, d ← (1 − β₂) d + β₂ (g − g'), n ← (1 − β₃) n + β₃ (g + (1 − β₂)(g − g'))² with g' the last gradient;
/// w ← (w − α (m + (1 − β₂) d) / (√n + ε)) / (1 + λ α). At first m = g, d = 0, n = g². Xie et al., 2022, arXiv 2208.06677, algorithm 1
/// (β as there: how much enters).
/// </remarks>
/// <example><code>
/// var w = new Variable(Tensor.Of(1f));
/// new Adan(0.1).Minimize(() => w.Value.Square().Sum(), [w]);
/// w.Value.Item()     // 0.9
/// </code></example>
/// <param name="learningRate">α; 0.001 where it isn't given.</param>
[Named("adan")]
public sealed class Adan(Schedule? learningRate = null) : Optimizer(learningRate ?? 0.001)
{
    /// <summary>How much of the gradient enters its mean, β₁ in [0, 1).</summary>
    public double Beta1 { get; init => field = Require.InUnitInterval(value); } = 0.02;

    /// <summary>How much of the difference enters its mean, β₂ in [0, 1).</summary>
    public double Beta2 { get; init => field = Require.InUnitInterval(value); } = 0.08;

    /// <summary>How much of the square enters its mean, β₃ in [0, 1).</summary>
    public double Beta3 { get; init => field = Require.InUnitInterval(value); } = 0.01;

    /// <summary>Keeps the division finite where the gradient has been zero, ε.</summary>
    public double Epsilon { get; init => field = Require.NotNegative(value); } = 1e-8;

    /// <summary>The decay λ of the paper's own form, which divides; <see cref="Optimizer.WeightDecay"/> is the usual one.</summary>
    public double ProximalDecay { get; init => field = Require.NotNegative(value); }

    /// <inheritdoc/>
    protected override Tensor Update(Tensor w, Tensor g, in Step step, Slots slots)
    {
        // In the first step everything enters, and there is no difference yet.
        var isFirst = step.When(static t => t == 1);
        var last = slots["last_gradient"];
        var difference = Tensor.Where(isFirst, 0, g - last.Value);
        last.Set(_ => g);
        var (entering, squares) = (step.Number(t => t == 1 ? 1 : Beta1), step.Number(t => t == 1 ? 1 : Beta3));
        var m = slots["momentum"].Set(m => m + (g - m) * entering);
        var d = slots["difference"].Set(d => d + (difference - d) * Beta2);
        var n = slots["velocity"].Set(n => n + ((g + difference * (1 - Beta2)).Square() - n) * squares);
        var α = step.LearningRate;
        var moved = w - α * (m + d * (1 - Beta2)) / (n.Sqrt() + Epsilon);
        return ProximalDecay == 0 ? moved : moved / (α * ProximalDecay + 1);
    }
}
