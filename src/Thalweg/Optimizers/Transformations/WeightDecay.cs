namespace Thalweg.Optimizers.Transformations;

/// <summary>Shrinks weights before the rule moves them, w ← w − α λ w, apart from the gradient ("decoupled").</summary>
/// <remarks>Loshchilov and Hutter, 2019, arXiv 1711.05101, with the learning rate α in the product, as Keras and PyTorch.</remarks>
public sealed class WeightDecay : Transformation
{
    readonly Func<Variable, double?> decay;

    /// <summary>The same decay for all weights but some.</summary>
    /// <param name="decay">λ.</param>
    /// <param name="except">Which weights don't decay; none where it isn't given.</param>
    public WeightDecay(double decay, Func<Variable, bool>? except = null) => this.decay = variable => except?.Invoke(variable) == true ? null : decay;

    internal WeightDecay(Func<Variable, double?> decay) => this.decay = decay;

    /// <inheritdoc/>
    protected internal override void BeforeRule(StepDraft draft)
    {
        for (var i = 0; i < draft.Variables.Count; i++)
        {
            if (decay(draft.Variables[i]) is { } λ)
            {
                var w = draft.Weights[i];
                draft.Weights[i] = w - w * λ * draft.StepOf(i).LearningRate;
            }
        }
    }
}
