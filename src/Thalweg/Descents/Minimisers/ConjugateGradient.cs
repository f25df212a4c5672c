namespace Thalweg.Descents.Minimisers;

/// <summary>
/// Nonlinear conjugate gradients, d ← −g + β d with β = max(0, g·(g − g₀) / g₀·g₀). Polak and Ribière, 1969, restarted as
/// Powell proposed.
/// </summary>
sealed class ConjugateGradient : DirectionMethod
{
    double[]? direction, previous;

    protected override double Flatness => 0.1;

    protected override double[] Direction(CountedCost cost, double[] x, double[] g)
    {
        var downhill = Vectors.Scale(-1, g);
        if (direction is not null && previous is not null)
        {
            var beta = Math.Max(0, Vectors.Dot(g, Vectors.Subtract(g, previous)) / Vectors.Dot(previous, previous));
            downhill = Vectors.Add(downhill, beta, direction);
            if (Vectors.Dot(downhill, g) >= 0)
            {
                downhill = Vectors.Scale(-1, g);
            }
        }
        (direction, previous) = (downhill, g);
        return downhill;
    }

    protected override void Forget() => (direction, previous) = (null, null);

    protected override double FirstStep(double[] g, double lastDecrease, bool isFirst) =>
        isFirst || !(lastDecrease > 0) ? base.FirstStep(g, lastDecrease, true) : Math.Clamp(-2 * lastDecrease / Vectors.Dot(g, direction!), 1e-12, 1e6);
}
