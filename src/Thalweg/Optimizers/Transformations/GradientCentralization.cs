namespace Thalweg.Optimizers.Transformations;

/// <summary>Takes the mean of each output unit's gradient out of it, for weights of two axes and more: g ← g − mean(g) over all axes but the last.</summary>
/// <remarks>Yong et al., 2020, arXiv 2004.01461. The last axis is that of the units, as in Keras's kernels.</remarks>
public sealed class GradientCentralization : Transformation
{
    /// <inheritdoc/>
    protected internal override void BeforeRule(StepDraft draft)
    {
        foreach (ref var g in draft.Gradients)
        {
            if (g.Rank > 1)
            {
                g -= g.Mean([.. Enumerable.Range(0, g.Rank - 1)], keepDims: true);
            }
        }
    }
}
