using Thalweg.Catalogs;
using Thalweg.Schedules;

namespace Thalweg.Optimizers;

/// <summary>Adagrad: each weight's gradient is divided by the root of the sum of all its squares so far.</summary>
/// <remarks>a ← a + g², w ← w − α g / √(a + ε). Duchi, Hazan and Singer, 2011, JMLR 12. ε is inside the root, as in Keras (in PyTorch it is outside).</remarks>
/// <example><code>
/// var w = new Variable(Tensor.Of(1f));
/// new Adagrad(0.1).Minimize(() => w.Value.Square().Sum(), [w]);
/// w.Value.Item()     // 0.901227
/// </code></example>
/// <param name="learningRate">α; 0.001 where it isn't given.</param>
[Named("adagrad")]
public sealed class Adagrad(Schedule? learningRate = null) : Optimizer(learningRate ?? 0.001)
{
    /// <summary>What the sums of squares begin with.</summary>
    public double InitialAccumulatorValue { get; init => field = Require.NotNegative(value); } = 0.1;

    /// <summary>Keeps the division finite where the gradient has been zero, ε.</summary>
    public double Epsilon { get; init => field = Require.NotNegative(value); } = 1e-7;

    /// <inheritdoc/>
    protected override Tensor Update(Tensor w, Tensor g, in Step step, Slots slots)
    {
        var a = slots.From("accumulator", InitialAccumulatorValue).Set(a => a + g.Square());
        return w - step.LearningRate * g / (a + Epsilon).Sqrt();
    }
}
