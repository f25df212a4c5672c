namespace Thalweg.Optimizers.Transformations;

/// <summary>Something that happens around an optimiser's rule in each step: to gradients and weights before it, or to weights after it.</summary>
/// <remarks>Written in tensors, as rules are; state goes into the slots of the draft.</remarks>
/// <example><code>new Sgd(0.1) { Transformations = [new GradientNoise(0.01), new L2Decay(1e-4)] }</code></example>
public abstract class Transformation
{
    /// <summary>Rewrites the draft before the rule.</summary>
    protected internal virtual void BeforeRule(StepDraft draft)
    {
    }

    /// <summary>Rewrites the draft after the rule.</summary>
    protected internal virtual void AfterRule(StepDraft draft)
    {
    }

    /// <summary>At the end of a training, may give a weight another value.</summary>
    protected internal virtual void Finish(Variable variable, Slots slots)
    {
    }
}
