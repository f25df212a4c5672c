namespace Thalweg.Descents.Minimisers;

/// <summary>Steepest descent: the direction against the gradient, searched along. Cauchy, 1847.</summary>
sealed class SteepestDescent : DirectionMethod
{
    protected override double[] Direction(CountedCost cost, double[] x, double[] g) => Vectors.Scale(-1, g);

    protected override double FirstStep(double[] g, double lastDecrease, bool isFirst) =>
        isFirst || !(lastDecrease > 0) ? base.FirstStep(g, lastDecrease, true) : Math.Max(1e-12, 2 * lastDecrease / Vectors.Dot(g, g));
}
