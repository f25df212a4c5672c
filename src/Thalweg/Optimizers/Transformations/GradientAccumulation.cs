using Thalweg.Catalogs;

namespace Thalweg.Optimizers.Transformations;

/// <summary>Lets weights move only after every n-th batch, against the mean of the n batches' gradients: a larger batch in the memory of a small one.</summary>
/// <param name="steps">How many batches, n.</param>
public sealed class GradientAccumulation(int steps) : Transformation
{
    /// <summary>How many batches' gradients are averaged.</summary>
    public int Steps { get; } = Require.Positive(steps);

    /// <inheritdoc/>
    protected internal override void BeforeRule(StepDraft draft)
    {
        var optimizer = draft.Optimizer;
        var moves = draft.Number((this, 0, DType.Float32), () => (optimizer.Batches + 1) % Steps == 0 ? 1 : 0) > 0.5;
        for (var i = 0; i < draft.Variables.Count; i++)
        {
            var slot = draft.SlotsOf(i)["gradient_accumulator"];
            slot.IsUnconditional = true;
            var sum = slot.Value + draft.Gradients[i];
            slot.Set(_ => Tensor.Where(moves, 0, sum));
            draft.Gradients[i] = sum / Steps;
        }
        draft.CountOnlyWhere(moves);
    }
}
