using Thalweg.Catalogs;
using Thalweg.Schedules;

namespace Thalweg.Optimizers;

/// <summary>AdamW without a schedule: steps are taken along one sequence, and the mean of that sequence is what is wanted.</summary>
/// <remarks>
/// v as Adam; z ← z − α g / (√(v / (1 − β₂ᵗ)) + ε); x ← (1 − 1/t) x + z / t. Defazio et al., 2024, arXiv 2405.15682. Keras 3.15 keeps the
/// mean x in the weights all along, and so takes gradients there; so does this class. The paper takes them at y = (1 − β₁) z + β₁ x:
/// with <see cref="AsPaper"/>, the weights are y; predict with x by <see cref="SwapToEvaluation"/>, and before training goes on,
/// <see cref="SwapToTraining"/>. The slot <c>momentum</c> is z, as in Keras.
/// </remarks>
/// <example><code>
/// var w = new Variable(Tensor.Of(1f));
/// new ScheduleFreeAdamW(0.1).Minimize(() => w.Value.Square().Sum(), [w]);
/// w.Value.Item()     // 0.9
/// </code></example>
/// <param name="learningRate">α; 0.0025 where it isn't given.</param>
[Named("schedule_free_adamw")]
public sealed class ScheduleFreeAdamW(Schedule? learningRate = null) : Optimizer(learningRate ?? 0.0025)
{
    /// <summary>How near gradients are taken to the mean in the paper's form, β₁ in (0, 1).</summary>
    public double Beta1 { get; init => field = Require.Positive(Require.InUnitInterval(value)); } = 0.9;

    /// <summary>Decay of the mean of the squared gradients, β₂ in [0, 1).</summary>
    public double Beta2 { get; init => field = Require.InUnitInterval(value); } = 0.999;

    /// <summary>Keeps the division finite where the gradient has been zero, ε.</summary>
    public double Epsilon { get; init => field = Require.NotNegative(value); } = 1e-8;

    /// <summary>Over how many steps the learning rate rises.</summary>
    public int WarmupSteps { get; init => field = Require.NotNegative(value); }

    /// <summary>Whether gradients are taken between the sequence and its mean, as in the paper, in place of at the mean, as in Keras.</summary>
    public bool AsPaper { get; init; }

    double Nearness => AsPaper ? Beta1 : 1;

    /// <summary>Puts the mean x in the weights' place, to predict with.</summary>
    public void SwapToEvaluation(IReadOnlyList<Variable> variables) => ScheduleFreeMean.ToEvaluation(this, variables, "momentum", Nearness);

    /// <summary>Puts the point y back, at which training goes on.</summary>
    public void SwapToTraining(IReadOnlyList<Variable> variables) => ScheduleFreeMean.ToTraining(this, variables, "momentum", Nearness);

    /// <inheritdoc/>
    protected override Tensor Update(Tensor w, Tensor g, in Step step, Slots slots)
    {
        var α = step.LearningRate;
        if (WarmupSteps > 0)
        {
            α *= step.Number(t => Math.Min((double)t / WarmupSteps, 1));
        }
        // As Keras, β₂ is rounded to the weight's type before it is taken from 1, which the fifth digit shows.
        var entering = w.DType == DType.Float32 ? 1 - (float)Beta2 : 1 - Beta2;
        var v = slots["velocity"].Set(v => v + (g.Square() - v) * entering);
        var move = α * g / ((v / (1 - step.Power(Beta2))).Sqrt() + Epsilon);
        var sequence = slots.Copy("momentum");
        var before = sequence.Value;
        var z = sequence.Set(z => z - move);
        return ScheduleFreeMean.Next(w, before, z, Nearness, step);
    }
}
