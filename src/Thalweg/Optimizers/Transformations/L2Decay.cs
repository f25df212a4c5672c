namespace Thalweg.Optimizers.Transformations;

/// <summary>Adds the weights to their gradients, g ← g + λ w: the decay that PyTorch's optimisers call weight_decay, apart from AdamW.</summary>
/// <remarks>It is the gradient of λ/2 ‖w‖²; an adaptive rule divides it by the gradients' size with the rest.</remarks>
/// <param name="decay">λ.</param>
public sealed class L2Decay(double decay) : Transformation
{
    /// <inheritdoc/>
    protected internal override void BeforeRule(StepDraft draft)
    {
        for (var i = 0; i < draft.Variables.Count; i++)
        {
            draft.Gradients[i] += draft.Weights[i] * decay;
        }
    }
}
