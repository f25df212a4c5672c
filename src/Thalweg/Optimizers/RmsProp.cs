using Thalweg.Catalogs;
using Thalweg.Schedules;

namespace Thalweg.Optimizers;

/// <summary>RMSprop: each weight's gradient is divided by the root of a running mean of its squares.</summary>
/// <remarks>
/// v ← ρ v + (1 − ρ) g², w ← w − α g / √(v + ε); centred, v − ḡ² takes the place of v, with ḡ the running mean of g; with momentum,
/// b ← μ b + α g / √(v + ε), w ← w − b. Tieleman and Hinton, 2012, lecture 6.5; centred: Graves, 2013, arXiv 1308.0850. ε is inside the
/// root, as in Keras (in PyTorch it is outside).
/// </remarks>
/// <example><code>
/// var w = new Variable(Tensor.Of(1f));
/// new RmsProp(0.1).Minimize(() => w.Value.Square().Sum(), [w]);
/// w.Value.Item()     // 0.683772
/// </code></example>
/// <param name="learningRate">α; 0.001 where it isn't given.</param>
[Named("rmsprop")]
public sealed class RmsProp(Schedule? learningRate = null) : Optimizer(learningRate ?? 0.001)
{
    /// <summary>Decay of the mean of squares, ρ in [0, 1).</summary>
    public double Rho { get; init => field = Require.InUnitInterval(value); } = 0.9;

    /// <summary>Which part of the last step is added to the next, μ in [0, 1).</summary>
    public double Momentum { get; init => field = Require.InUnitInterval(value); }

    /// <summary>Keeps the division finite where the gradient has been zero, ε.</summary>
    public double Epsilon { get; init => field = Require.NotNegative(value); } = 1e-7;

    /// <summary>Whether the variance of the gradient takes the place of its mean square.</summary>
    public bool Centered { get; init; }

    /// <inheritdoc/>
    protected override Tensor Update(Tensor w, Tensor g, in Step step, Slots slots)
    {
        var v = slots["velocity"].Set(v => v * Rho + g.Square() * (1 - Rho));
        if (Centered)
        {
            var mean = slots["average_gradient"].Set(a => a * Rho + g * (1 - Rho));
            v -= mean.Square();
        }
        var move = step.LearningRate * g * (v + Epsilon).Rsqrt();
        return w - (Momentum == 0 ? move : slots["momentum"].Set(b => b * Momentum + move));
    }
}
