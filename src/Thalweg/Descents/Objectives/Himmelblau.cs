namespace Thalweg.Descents.Objectives;

/// <summary>Four equal minima, f = (u² + v − 11)² + (u + v² − 7)². Himmelblau, 1972.</summary>
public sealed class Himmelblau : Objective
{
    /// <inheritdoc/>
    public override string Name => "Himmelblau";

    /// <inheritdoc/>
    public override Tensor Start { get; } = Tensor.Of(0.0, 0.0);

    /// <inheritdoc/>
    public override IReadOnlyList<Tensor> Minimisers { get; } = [Tensor.Of(3.0, 2.0), Tensor.Of(-2.805118086952745, 3.131312518250573), Tensor.Of(-3.779310253377747, -3.283185991286170), Tensor.Of(3.584428340330492, -1.848126526964404)];

    /// <inheritdoc/>
    public override double? LeastCost => 0;

    /// <inheritdoc/>
    public override Window? Window => new Window(-5, 5, -5, 5);

    /// <inheritdoc/>
    public override Tensor Cost(Tensor x)
    {
        var (u, v) = (x[TensorIndex.Rest, 0], x[TensorIndex.Rest, 1]);
        return (u.Square() + v - 11).Square() + (u + v.Square() - 7).Square();
    }
}
