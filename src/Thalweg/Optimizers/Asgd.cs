using Thalweg.Catalogs;
using Thalweg.Schedules;

namespace Thalweg.Optimizers;

/// <summary>Averaged gradient descent: steps that shrink slowly, and the mean of the weights from some step on.</summary>
/// <remarks>
/// η = α / (1 + λ α (t − 1))^κ, w ← w (1 − λ η) − η g, and the slot <c>mean</c> ← mean + (w − mean) / max(1, t − 1 − t₀), which takes the
/// weights' place when training ends. Polyak and Juditsky, 1992; values as PyTorch's ASGD.
/// </remarks>
/// <example><code>
/// var w = new Variable(Tensor.Of(1f));
/// new Asgd(0.1).Minimize(() => w.Value.Square().Sum(), [w]);
/// w.Value.Item()     // 0.79999
/// </code></example>
/// <param name="learningRate">α; 0.01 where it isn't given.</param>
[Named("asgd")]
public sealed class Asgd(Schedule? learningRate = null) : Optimizer(learningRate ?? 0.01)
{
    /// <summary>The decay λ.</summary>
    public double Lambda { get; init => field = Require.NotNegative(value); } = 1e-4;

    /// <summary>The power κ of the step's decay.</summary>
    public double Alpha { get; init => field = Require.NotNegative(value); } = 0.75;

    /// <summary>The step t₀ from which the mean is taken.</summary>
    public double T0 { get; init => field = Require.NotNegative(value); } = 1e6;

    /// <inheritdoc/>
    public override void Finish(IReadOnlyList<Variable> variables)
    {
        base.Finish(variables);
        foreach (var variable in variables)
        {
            if (Remembered(variable, "mean") is { } mean)
            {
                variable.Assign(mean);
            }
        }
    }

    /// <inheritdoc/>
    protected override Tensor Update(Tensor w, Tensor g, in Step step, Slots slots)
    {
        var η = step.Number(t => LearningRate.At(t - 1) / Math.Pow(1 + Lambda * LearningRate.At(t - 1) * (t - 1), Alpha));
        var next = w * (1 - η * Lambda) - g * η;
        var share = step.Number(t => 1 / Math.Max(1, t - 1 - T0));
        slots["mean"].Set(mean => mean + (next - mean) * share);
        return next;
    }
}
