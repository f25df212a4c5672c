namespace Thalweg.Descents.Objectives;

/// <summary>A curved valley with a flat floor, f = (1 − u)² + 100 (v − u²)²; minimum 0 at (1, 1). Rosenbrock, 1960.</summary>
public sealed class Rosenbrock : Objective
{
    /// <inheritdoc/>
    public override string Name => "Rosenbrock";

    /// <inheritdoc/>
    public override Tensor Start { get; } = Tensor.Of(-1.2, 1.0);

    /// <inheritdoc/>
    public override IReadOnlyList<Tensor> Minimisers { get; } = [Tensor.Of(1.0, 1.0)];

    /// <inheritdoc/>
    public override double? LeastCost => 0;

    /// <inheritdoc/>
    public override Window? Window => new Window(-2, 2, -1, 3);

    /// <inheritdoc/>
    public override Tensor Cost(Tensor x)
    {
        var (u, v) = (x[TensorIndex.Rest, 0], x[TensorIndex.Rest, 1]);
        return (1 - u).Square() + (v - u.Square()).Square() * 100;
    }
}
