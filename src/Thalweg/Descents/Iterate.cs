namespace Thalweg.Descents;

/// <summary>One point of a descent.</summary>
/// <param name="Step">How many steps led here; the start is 0.</param>
/// <param name="Epoch">How many times as many samples have been used as there are; the step where there are no minibatches.</param>
/// <param name="Point">The point.</param>
/// <param name="Cost">The whole cost there, whatever the minibatches.</param>
/// <param name="GradientNorm">The length of the gradient that the step to here followed; NaN at the start.</param>
/// <param name="StepSize">The length of the step to here; 0 at the start.</param>
/// <param name="Batch">The samples that the step to here used; null where it used all.</param>
public sealed record Iterate(int Step, double Epoch, Tensor Point, double Cost, double GradientNorm, double StepSize, IReadOnlyList<int>? Batch);
