using Thalweg.Catalogs;
using Thalweg.Schedules;

namespace Thalweg.Optimizers;

/// <summary>Rprop: each weight has a step size of its own, which grows while its gradient keeps its sign and shrinks when it changes. For full batches.</summary>
/// <remarks>
/// σ ← clip(σ η₊) where g g' &gt; 0, clip(σ η₋) where g g' &lt; 0, and then g counts as 0; w ← w − sign(g) σ. Riedmiller and Braun, 1993; values as PyTorch's Rprop.
/// </remarks>
/// <example><code>
/// var w = new Variable(Tensor.Of(1f));
/// new Rprop(0.1).Minimize(() => w.Value.Square().Sum(), [w]);
/// w.Value.Item()     // 0.9
/// </code></example>
/// <param name="learningRate">The first step size; 0.01 where it isn't given.</param>
[Named("rprop")]
public sealed class Rprop(Schedule? learningRate = null) : Optimizer(learningRate ?? 0.01)
{
    /// <summary>The factor after a change of sign, η₋ in (0, 1).</summary>
    public double EtaMinus { get; init => field = Require.Positive(Require.InUnitInterval(value)); } = 0.5;

    /// <summary>The factor where the sign stays, η₊ above 1.</summary>
    public double EtaPlus { get; init => field = Require.Positive(value); } = 1.2;

    /// <summary>The least step size.</summary>
    public double LeastStep { get; init => field = Require.NotNegative(value); } = 1e-6;

    /// <summary>The greatest step size.</summary>
    public double GreatestStep { get; init => field = Require.Positive(value); } = 50;

    /// <inheritdoc/>
    protected override Tensor Update(Tensor w, Tensor g, in Step step, Slots slots)
    {
        var last = slots["last_gradient"];
        var agreement = g * last.Value;
        var sizes = slots.From("step_size", LearningRate.At(0));
        var factor = Tensor.Where(agreement > 0, EtaPlus, Tensor.Where(agreement < 0, EtaMinus, g.OnesLike()));
        var σ = sizes.Set(σ => (σ * factor).Clip(LeastStep, GreatestStep));
        var counting = last.Set(_ => Tensor.Where(agreement < 0, 0, g));
        return w - counting.Sign() * σ;
    }
}
