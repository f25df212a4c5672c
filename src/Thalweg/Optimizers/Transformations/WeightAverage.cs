using Thalweg.Catalogs;

namespace Thalweg.Optimizers.Transformations;

/// <summary>Keeps a running average of each weight, a ← μ a + (1 − μ) w, which takes its place every n steps and when training ends.</summary>
/// <remarks>Exponential moving average of the weights, as Keras: the first step's average is the weight itself.</remarks>
/// <param name="momentum">How much of the average stays, μ.</param>
/// <param name="overwriteFrequency">After how many steps the average takes the weight's place; at the end alone where it isn't given.</param>
public sealed class WeightAverage(double momentum = 0.99, int? overwriteFrequency = null) : Transformation
{
    /// <summary>The name of the slot with the average.</summary>
    public const string SlotName = "average";

    /// <summary>How much of the average stays in each step.</summary>
    public double Momentum { get; } = Require.InUnitInterval(momentum);

    /// <inheritdoc/>
    protected internal override void AfterRule(StepDraft draft)
    {
        for (var i = 0; i < draft.Variables.Count; i++)
        {
            var (step, w) = (draft.StepOf(i), draft.Weights[i]);
            var μ = step.Number(Kept);
            var average = draft.SlotsOf(i)[SlotName].Set(a => a * μ + w * (1 - μ));
            if (overwriteFrequency is > 0 and var frequency)
            {
                draft.Weights[i] = Tensor.Where(step.When(t => t % frequency == 0), average, w);
            }
        }
    }

    /// <inheritdoc/>
    protected internal override void Finish(Variable variable, Slots slots)
    {
        if (slots.Find(SlotName) is { } average)
        {
            variable.Assign(average.Value);
        }
    }

    double Kept(long step) => step == 1 ? 0 : Momentum;
}
