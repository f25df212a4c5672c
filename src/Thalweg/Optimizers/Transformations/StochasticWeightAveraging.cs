using Thalweg.Catalogs;

namespace Thalweg.Optimizers.Transformations;

/// <summary>The plain mean of the weights at every n-th step from some step on, which takes their place when training ends.</summary>
/// <remarks>Izmailov et al., 2018, arXiv 1803.05407. Use it with a learning rate that stays high.</remarks>
/// <param name="start">The number of the first step that counts.</param>
/// <param name="frequency">How many steps lie between two that count.</param>
public sealed class StochasticWeightAveraging(int start, int frequency = 1) : Transformation
{
    readonly int start = Require.NotNegative(start), frequency = Require.Positive(frequency);

    /// <inheritdoc/>
    protected internal override void AfterRule(StepDraft draft)
    {
        for (var i = 0; i < draft.Variables.Count; i++)
        {
            // a ← a + (w − a) / n with the n-th weight that counts.
            var share = draft.StepOf(i).Number(Share);
            var w = draft.Weights[i];
            draft.SlotsOf(i)["swa"].Set(a => a + (w - a) * share);
        }
    }

    /// <inheritdoc/>
    protected internal override void Finish(Variable variable, Slots slots)
    {
        if (slots.Find("swa") is { } average)
        {
            variable.Assign(average.Value);
        }
    }

    /// <summary>1 up to the first step that counts, so that the mean is never that of nothing.</summary>
    double Share(long step) => step <= start ? 1 : (step - start) % frequency == 0 ? 1.0 / ((step - start) / frequency) : (step - start) < frequency ? 1 : 0;
}
