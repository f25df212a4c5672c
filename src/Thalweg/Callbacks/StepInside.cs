using Thalweg.Layers;

namespace Thalweg.Callbacks;

/// <summary>What a step of training computes, for callbacks that compute it again to look inside.</summary>
/// <param name="Model">The model.</param>
/// <param name="Trained">The weights that the step moves.</param>
/// <param name="Loss">The loss of a batch as the step has it, penalties included.</param>
/// <param name="RunsEagerly">Whether layers may look at values, so that nothing of it can be a plan.</param>
sealed record StepInside(Layer Model, IReadOnlyList<Variable> Trained, Func<Tensor[], Tensor> Loss, bool RunsEagerly)
{
    /// <summary>The rows of the current step: samples, what is expected, and weights where there are any.</summary>
    public Func<Tensor[]>? Batch { get; set; }
}
