namespace Thalweg.Descents.Objectives;

/// <summary>A straight valley a hundred times as steep across as along, f = ½ (u² + 100 v²): small steps along, for fear of the walls.</summary>
public sealed class Ravine : Objective
{
    /// <inheritdoc/>
    public override string Name => "ravine";

    /// <inheritdoc/>
    public override Tensor Start { get; } = Tensor.Of(-2.0, 0.3);

    /// <inheritdoc/>
    public override IReadOnlyList<Tensor> Minimisers { get; } = [Tensor.Of(0.0, 0.0)];

    /// <inheritdoc/>
    public override double? LeastCost => 0;

    /// <inheritdoc/>
    public override Window? Window => new Window(-2.2, 2.2, -0.6, 0.6);

    /// <inheritdoc/>
    public override Tensor Cost(Tensor x)
    {
        var (u, v) = (x[TensorIndex.Rest, 0], x[TensorIndex.Rest, 1]);
        return (u.Square() + v.Square() * 100) * 0.5;
    }
}
