using Thalweg.Layers;

namespace Thalweg.Callbacks;

/// <summary>What a step of training computes, for callbacks that compute it again to look inside.</summary>
/// <param name="Model">The model.</param>
/// <param name="Trained">The weights that the step moves.</param>
/// <param name="Inputs">How many tensors of a batch are the model's inputs; they come first.</param>
/// <param name="Loss">The loss of a batch as the step has it, penalties included.</param>
/// <param name="RunsEagerly">Whether layers may look at values, so that nothing of it can be a plan.</param>
sealed record StepInside(Layer Model, IReadOnlyList<Variable> Trained, int Inputs, Func<Tensor[], Tensor> Loss, bool RunsEagerly)
{
    /// <summary>The rows of the current step: samples of each input, what is expected of each output, and weights where there are any.</summary>
    public Func<Tensor[]>? Batch { get; set; }
}
