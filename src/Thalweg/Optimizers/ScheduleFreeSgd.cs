using Thalweg.Catalogs;
using Thalweg.Schedules;

namespace Thalweg.Optimizers;

/// <summary>Gradient descent without a schedule: steps along one sequence, gradients near its mean, which is what is wanted.</summary>
/// <remarks>z ← z − α g; x ← (1 − 1/t) x + z / t; the weights are y = (1 − β) z + β x. Defazio et al., 2024, arXiv 2405.15682. Predict with x: <see cref="SwapToEvaluation"/>.</remarks>
/// <example><code>
/// var w = new Variable(Tensor.Of(1f));
/// new ScheduleFreeSgd(0.1).Minimize(() => w.Value.Square().Sum(), [w]);
/// w.Value.Item()     // 0.8
/// </code></example>
/// <param name="learningRate">α; 0.01 where it isn't given.</param>
[Named("schedule_free_sgd")]
public sealed class ScheduleFreeSgd(Schedule? learningRate = null) : Optimizer(learningRate ?? 0.01)
{
    /// <summary>How near gradients are taken to the mean, β in (0, 1).</summary>
    public double Beta { get; init => field = Require.Positive(Require.InUnitInterval(value)); } = 0.9;

    /// <summary>Over how many steps the learning rate rises.</summary>
    public int WarmupSteps { get; init => field = Require.NotNegative(value); }

    /// <summary>Puts the mean x in the weights' place, to predict with.</summary>
    public void SwapToEvaluation(IReadOnlyList<Variable> variables) => ScheduleFreeMean.ToEvaluation(this, variables, "z", Beta);

    /// <summary>Puts the point y back, at which training goes on.</summary>
    public void SwapToTraining(IReadOnlyList<Variable> variables) => ScheduleFreeMean.ToTraining(this, variables, "z", Beta);

    /// <inheritdoc/>
    protected override Tensor Update(Tensor w, Tensor g, in Step step, Slots slots)
    {
        var α = step.LearningRate;
        if (WarmupSteps > 0)
        {
            α *= step.Number(t => Math.Min((double)t / WarmupSteps, 1));
        }
        var sequence = slots.Copy("z");
        var before = sequence.Value;
        var z = sequence.Set(z => z - α * g);
        return ScheduleFreeMean.Next(w, before, z, Beta, step);
    }
}
