using Thalweg.Catalogs;

namespace Thalweg.Descents.Objectives;

/// <summary>A quadratic bowl in the plane, f = ½ xᵀ A x, with curvatures 1 and κ along axes that are turned by an angle.</summary>
/// <param name="condition">κ, the greater curvature over the lesser.</param>
/// <param name="angle">By how much its axes are turned, in radians.</param>
public sealed class Quadratic(double condition = 10, double angle = 0) : Objective
{
    /// <summary>A, (2, 2).</summary>
    public Tensor Matrix { get; } = MatrixOf(Require.Positive(condition), angle);

    /// <inheritdoc/>
    public override string Name => "quadratic";

    /// <inheritdoc/>
    public override Tensor Start { get; } = Tensor.Of(-2.0, 1.0);

    /// <inheritdoc/>
    public override IReadOnlyList<Tensor> Minimisers { get; } = [Tensor.Of(0.0, 0.0)];

    /// <inheritdoc/>
    public override double? LeastCost => 0;

    /// <inheritdoc/>
    public override Window? Window => new Window(-2.5, 2.5, -2.5, 2.5);

    /// <inheritdoc/>
    public override Tensor Cost(Tensor x) => (x.MatMul(Matrix.Cast(x.DType)) * x).Sum(axis: -1) * 0.5;

    static Tensor MatrixOf(double condition, double angle)
    {
        var (sine, cosine) = Math.SinCos(angle);
        var mixed = (1 - condition) * sine * cosine;
        return Tensor.From(new[,] { { cosine * cosine + condition * sine * sine, mixed }, { mixed, sine * sine + condition * cosine * cosine } });
    }
}
