namespace Thalweg.Descents.Objectives;

/// <summary>A plain around a hole, f = 1 − exp(−(u² + v²) / 2): far out the gradient vanishes, and plain gradient descent stands still.</summary>
public sealed class Plateau : Objective
{
    /// <inheritdoc/>
    public override string Name => "plateau";

    /// <inheritdoc/>
    public override Tensor Start { get; } = Tensor.Of(3.0, 2.0);

    /// <inheritdoc/>
    public override IReadOnlyList<Tensor> Minimisers { get; } = [Tensor.Of(0.0, 0.0)];

    /// <inheritdoc/>
    public override double? LeastCost => 0;

    /// <inheritdoc/>
    public override Window? Window => new Window(-4, 4, -4, 4);

    /// <inheritdoc/>
    public override Tensor Cost(Tensor x)
    {
        return 1 - (x.Square().Sum(axis: -1) * -0.5).Exp();
    }
}
