using Thalweg.Catalogs;
using Thalweg.Schedules;

namespace Thalweg.Optimizers;

/// <summary>Gradient descent on minibatches, w ← w − α g; with momentum, w ← w + v where v ← μ v − α g.</summary>
/// <remarks>
/// Momentum: Polyak, 1964. Nesterov's form, w ← w + μ v − α g with the new v: Sutskever et al., 2013. As Keras, the learning
/// rate is inside the velocity (in PyTorch it is outside, which differs where the rate changes).
/// </remarks>
/// <example><code>
/// var w = new Variable(Tensor.Of(1f));
/// new Sgd(0.1, momentum: 0.9).Minimize(() => w.Value.Square().Sum(), [w]);
/// w.Value.Item()     // 0.8
/// </code></example>
/// <param name="learningRate">α; 0.01 where it isn't given.</param>
/// <param name="momentum">μ, in [0, 1).</param>
/// <param name="nesterov">Whether the step looks ahead along the velocity.</param>
[Named("sgd")]
public sealed class Sgd(Schedule? learningRate = null, double momentum = 0, bool nesterov = false) : Optimizer(learningRate ?? 0.01)
{
    /// <summary>Which part of the velocity is kept from step to step, in [0, 1).</summary>
    public double Momentum { get; } = Require.InUnitInterval(momentum);

    /// <summary>Whether the step looks ahead along the velocity.</summary>
    public bool Nesterov { get; } = nesterov;

    /// <summary>Which part of each gradient but the first doesn't enter the velocity, as in PyTorch.</summary>
    public double Dampening { get; init => field = Require.InUnitInterval(value); }

    /// <inheritdoc/>
    protected override Tensor Update(Tensor w, Tensor g, in Step step, Slots slots)
    {
        var α = step.LearningRate;
        if (Momentum == 0)
        {
            return w - α * g;
        }
        var entering = Dampening == 0 ? g : g * step.Number(t => t == 1 ? 1 : 1 - Dampening);
        var v = slots["momentum"].Set(v => v * Momentum - α * entering);
        return Nesterov ? w + (v * Momentum - α * g) : w + v;
    }
}
