namespace Thalweg.Descents.Objectives;

/// <summary>Flat, with sharp peaks at the corners, f = (1.5 − u + uv)² + (2.25 − u + uv²)² + (2.625 − u + uv³)²; minimum 0 at (3, ½). Beale, 1958.</summary>
public sealed class Beale : Objective
{
    /// <inheritdoc/>
    public override string Name => "Beale";

    /// <inheritdoc/>
    public override Tensor Start { get; } = Tensor.Of(1.0, 1.0);

    /// <inheritdoc/>
    public override IReadOnlyList<Tensor> Minimisers { get; } = [Tensor.Of(3.0, 0.5)];

    /// <inheritdoc/>
    public override double? LeastCost => 0;

    /// <inheritdoc/>
    public override Window? Window => new Window(-4.5, 4.5, -4.5, 4.5);

    /// <inheritdoc/>
    public override Tensor Cost(Tensor x)
    {
        var (u, v) = (x[TensorIndex.Rest, 0], x[TensorIndex.Rest, 1]);
        return (1.5 - u + u * v).Square() + (2.25 - u + u * v.Square()).Square() + (2.625 - u + u * v.Square() * v).Square();
    }
}
