using Thalweg.Catalogs;
using Thalweg.Schedules;

namespace Thalweg.Optimizers;

/// <summary>Adafactor: for a matrix, Adam's mean of squares is kept as the product of one number per row and one per column.</summary>
/// <remarks>
/// β = 1 − t^d, r ← β r + (1 − β) mean over columns of (g² + ε₁), c likewise over rows, v = r c / mean(r); of vectors, v whole.
/// u = g / √v, cut to a root mean square of at most the threshold; w ← w − max(ε₂, rms(w)) ρ u, with ρ = min(α, 1/√t).
/// Shazeer and Stern, 2018, arXiv 1804.04235. As in Keras, ρ is limited also where the step isn't relative.
/// </remarks>
/// <example><code>
/// var w = new Variable(Tensor.Of(1f));
/// new Adafactor(0.1).Minimize(() => w.Value.Square().Sum(), [w]);
/// w.Value.Item()     // 0.9
/// </code></example>
/// <param name="learningRate">α; 0.001 where it isn't given.</param>
[Named("adafactor")]
public sealed class Adafactor(Schedule? learningRate = null) : Optimizer(learningRate ?? 0.001)
{
    /// <summary>The exponent of the decay, d below 0: 1 − t^d of the means stays in step t.</summary>
    public double Beta2Decay { get; init; } = -0.8;

    /// <summary>What is added to squared gradients, ε₁.</summary>
    public double Epsilon1 { get; init => field = Require.NotNegative(value); } = 1e-30;

    /// <summary>The least size that a weight is taken to have, ε₂.</summary>
    public double Epsilon2 { get; init => field = Require.NotNegative(value); } = 1e-3;

    /// <summary>The greatest root mean square of an update.</summary>
    public double ClipThreshold { get; init => field = Require.Positive(value); } = 1;

    /// <summary>Whether a learning rate that stays is at most 1/√t.</summary>
    public bool RelativeStep { get; init; } = true;

    /// <inheritdoc/>
    protected override Tensor Update(Tensor w, Tensor g, in Step step, Slots slots)
    {
        var limit = step.Number(t => 1 / Math.Sqrt(t));
        var α = step.LearningRate;
        if (RelativeStep && LearningRate is ConstantSchedule)
        {
            α = α.Min(limit);
        }
        var size = Rms(w).Max(Epsilon2) * α.Min(limit);
        var (kept, entering) = (step.Number(Kept), step.Number(t => 1 - Kept(t)));
        var square = g.Square() + Epsilon1;
        Tensor v;
        if (w.Rank > 1)
        {
            var r = slots.From("r", w.Shape.Remove(-1), 0).Set(r => r * kept + square.Mean(axis: -1) * entering);
            var c = slots.From("c", w.Shape.Remove(-2), 0).Set(c => c * kept + square.Mean(axis: -2) * entering);
            v = (r / r.Mean(axis: -1, keepDims: true)).ExpandDims(-1) * c.ExpandDims(-2);
        }
        else
        {
            v = slots["velocity"].Set(v => v * kept + square * entering);
        }
        var u = g / v.Sqrt();
        return w - size * (u / (Rms(u) / ClipThreshold).Max(1));
    }

    static Tensor Rms(Tensor x) => x.Square().Mean().Sqrt();

    double Kept(long step) => 1 - Math.Pow(step, Beta2Decay);
}
