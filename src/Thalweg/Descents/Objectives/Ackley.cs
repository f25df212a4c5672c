namespace Thalweg.Descents.Objectives;

/// <summary>A deep hole in a rippled plain, f = 20 + e − 20 exp(−0.2 √(Σ xᵢ² / n)) − exp(Σ cos 2πxᵢ / n), of any number of variables; minimum 0 at 0. Ackley, 1987.</summary>
public sealed class Ackley : Objective
{
    /// <inheritdoc/>
    public override string Name => "Ackley";

    /// <inheritdoc/>
    public override Tensor Start { get; } = Tensor.Of(2.0, 1.5);

    /// <inheritdoc/>
    public override IReadOnlyList<Tensor> Minimisers { get; } = [Tensor.Of(0.0, 0.0)];

    /// <inheritdoc/>
    public override double? LeastCost => 0;

    /// <inheritdoc/>
    public override Window? Window => new Window(-5, 5, -5, 5);

    /// <inheritdoc/>
    public override Tensor Cost(Tensor x)
    {
        // The root has no derivative at the minimum; a number far below rounding keeps it finite there.
        var distance = (x.Square().Mean(axis: -1) + 1e-300).Sqrt();
        return (20 + Math.E) - (distance * -0.2).Exp() * 20 - (x * (2 * Math.PI)).Cos().Mean(axis: -1).Exp();
    }
}
