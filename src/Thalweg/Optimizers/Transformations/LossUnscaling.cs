namespace Thalweg.Optimizers.Transformations;

/// <summary>Divides gradients by the factor that the loss was multiplied by: g ← g / s.</summary>
/// <param name="factor">The factor s.</param>
public sealed class LossUnscaling(double factor) : Transformation
{
    /// <inheritdoc/>
    protected internal override void BeforeRule(StepDraft draft)
    {
        foreach (ref var g in draft.Gradients)
        {
            g /= factor;
        }
    }
}
