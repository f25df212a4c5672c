namespace Thalweg.Descents.Objectives;

/// <summary>A saddle with a third way down, for the tail, f = u³ − 3 u v²; its curvature is 0 in the middle.</summary>
public sealed class MonkeySaddle : Objective
{
    /// <inheritdoc/>
    public override string Name => "monkey saddle";

    /// <inheritdoc/>
    public override Tensor Start { get; } = Tensor.Of(0.8, 0.01);

    /// <inheritdoc/>
    public override Window? Window => new Window(-1.5, 1.5, -1.5, 1.5);

    /// <inheritdoc/>
    public override Tensor Cost(Tensor x)
    {
        var (u, v) = (x[TensorIndex.Rest, 0], x[TensorIndex.Rest, 1]);
        return u.Square() * u - u * v.Square() * 3;
    }
}
