using Thalweg.Catalogs;
using Thalweg.Schedules;

namespace Thalweg.Optimizers;

/// <summary>LARS: gradient descent with momentum whose rate is scaled in each weight by the weight's size over its gradient's, for very large batches.</summary>
/// <remarks>ℓ = η ‖w‖ / (‖g‖ + λ ‖w‖), v ← μ v + α ℓ (g + λ w), w ← w − v; ℓ = 1 where a norm is 0. You et al., 2017, arXiv 1708.03888.</remarks>
/// <example><code>
/// var w = new Variable(Tensor.Of(1f));
/// new Lars(0.1).Minimize(() => w.Value.Square().Sum(), [w]);
/// w.Value.Item()     // 0.9999
/// </code></example>
/// <param name="learningRate">α; 0.1 where it isn't given.</param>
[Named("lars")]
public sealed class Lars(Schedule? learningRate = null) : Optimizer(learningRate ?? 0.1)
{
    /// <summary>Which part of the velocity is kept, μ in [0, 1).</summary>
    public double Momentum { get; init => field = Require.InUnitInterval(value); } = 0.9;

    /// <summary>How far a weight is trusted to move for its size, η.</summary>
    public double TrustCoefficient { get; init => field = Require.Positive(value); } = 0.001;

    /// <summary>The decay λ inside the rule; <see cref="Optimizer.WeightDecay"/> is the one apart from it.</summary>
    public double L2 { get; init => field = Require.NotNegative(value); }

    /// <inheritdoc/>
    protected override Tensor Update(Tensor w, Tensor g, in Step step, Slots slots)
    {
        var (size, slope) = (w.Square().Sum().Sqrt(), g.Square().Sum().Sqrt());
        var counts = (size > 0).And(slope > 0);
        var rate = Tensor.Where(counts, size * TrustCoefficient / Tensor.Where(counts, slope + size * L2, 1), 1) * step.LearningRate;
        return w - slots["momentum"].Set(v => v * Momentum + (g + w * L2) * rate);
    }
}
