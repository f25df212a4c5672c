namespace Thalweg.Descents;

/// <summary>What a brief training gave.</summary>
/// <param name="StartLoss">The loss on the training rows before the first step.</param>
/// <param name="Loss">That after the last.</param>
/// <param name="HeldLoss">The loss on held-back rows after the last step.</param>
/// <param name="Losses">The mean loss of each epoch.</param>
/// <param name="HeldLosses">The loss on held-back rows after each epoch.</param>
/// <param name="Outputs">What the model gave for the held-back rows at the end.</param>
/// <param name="TrainingOutputs">What it gave for the first of the training rows.</param>
/// <param name="Classes">Classes right and all, of the held-back rows; null where none are learned.</param>
/// <param name="Flow">How gradients flowed.</param>
/// <param name="Hidden">The hidden layers before and after.</param>
/// <param name="StartStability">The stability limit before the first step, of plain gradient descent and momentum.</param>
/// <param name="Stability">The stability limit at the end, where there is one.</param>
sealed record TrialResult(
    double StartLoss, double Loss, double HeldLoss, IReadOnlyList<double> Losses, IReadOnlyList<double> HeldLosses, Tensor Outputs, Tensor TrainingOutputs, ClassScores? Classes,
    IReadOnlyList<FlowRecord> Flow, IReadOnlyList<HiddenLayer> Hidden, StabilityLimit? StartStability, StabilityLimit? Stability)
{
    /// <summary>Whether all losses were finite to the end.</summary>
    public bool IsFinite => double.IsFinite(Loss) && Losses.All(double.IsFinite);
}

/// <summary>What a hidden layer showed over many rows, before a training and after it.</summary>
/// <param name="Name">The layer's name.</param>
/// <param name="StartDead">The fraction of units that gave 0 for every row, before.</param>
/// <param name="EndDead">That after.</param>
sealed record HiddenLayer(string Name, double StartDead, double EndDead);
