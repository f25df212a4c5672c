namespace Thalweg.Descents.Objectives;

/// <summary>A saddle, f = ½ (u² − v²): gradient descent is drawn to the middle, rests there a while and leaves.</summary>
public sealed class Saddle : Objective
{
    /// <inheritdoc/>
    public override string Name => "saddle";

    /// <inheritdoc/>
    public override Tensor Start { get; } = Tensor.Of(1.0, 0.001);

    /// <inheritdoc/>
    public override Window? Window => new Window(-1.5, 1.5, -1.5, 1.5);

    /// <inheritdoc/>
    public override Tensor Cost(Tensor x)
    {
        var (u, v) = (x[TensorIndex.Rest, 0], x[TensorIndex.Rest, 1]);
        return (u.Square() - v.Square()) * 0.5;
    }
}
