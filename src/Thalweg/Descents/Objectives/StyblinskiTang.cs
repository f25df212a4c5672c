namespace Thalweg.Descents.Objectives;

/// <summary>Four basins of different depth, f = ½ Σ (xᵢ⁴ − 16 xᵢ² + 5 xᵢ), of any number of variables; least at xᵢ = −2.9035…. Styblinski and Tang, 1990.</summary>
public sealed class StyblinskiTang : Objective
{
    /// <inheritdoc/>
    public override string Name => "Styblinski–Tang";

    /// <inheritdoc/>
    public override Tensor Start { get; } = Tensor.Of(0.5, -0.5);

    /// <inheritdoc/>
    public override IReadOnlyList<Tensor> Minimisers { get; } = [Tensor.Of(-2.903534027771177, -2.903534027771177)];

    /// <inheritdoc/>
    public override double? LeastCost => -78.33233140754282;

    /// <inheritdoc/>
    public override Window? Window => new Window(-5, 5, -5, 5);

    /// <inheritdoc/>
    public override Tensor Cost(Tensor x)
    {
        return (x.Square().Square() - x.Square() * 16 + x * 5).Sum(axis: -1) * 0.5;
    }
}
