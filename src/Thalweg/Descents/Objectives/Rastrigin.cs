namespace Thalweg.Descents.Objectives;

/// <summary>A bowl full of dents, f = 10 n + Σ (xᵢ² − 10 cos 2πxᵢ), of any number of variables; minimum 0 at 0. Rastrigin, 1974.</summary>
public sealed class Rastrigin : Objective
{
    /// <inheritdoc/>
    public override string Name => "Rastrigin";

    /// <inheritdoc/>
    public override Tensor Start { get; } = Tensor.Of(2.2, 1.4);

    /// <inheritdoc/>
    public override IReadOnlyList<Tensor> Minimisers { get; } = [Tensor.Of(0.0, 0.0)];

    /// <inheritdoc/>
    public override double? LeastCost => 0;

    /// <inheritdoc/>
    public override Window? Window => new Window(-5.12, 5.12, -5.12, 5.12);

    /// <inheritdoc/>
    public override Tensor Cost(Tensor x)
    {
        return (x.Square() - (x * (2 * Math.PI)).Cos() * 10 + 10).Sum(axis: -1);
    }
}
