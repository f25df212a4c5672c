namespace Thalweg.Descents.Minimisers;

/// <summary>What minimisers have in common that choose a direction and search along it: they differ in the direction.</summary>
abstract class DirectionMethod
{
    /// <summary>How much of the slope a line search may leave.</summary>
    protected virtual double Flatness => 0.9;

    /// <summary>The direction to search along from a point; downhill.</summary>
    protected abstract double[] Direction(CountedCost cost, double[] x, double[] g);

    /// <summary>Takes in a step and the change of the gradient over it.</summary>
    protected virtual void Learn(double[] step, double[] change, double[] gradient)
    {
    }

    /// <summary>Forgets what it learnt, so that the next direction is the gradient's.</summary>
    protected virtual void Forget()
    {
    }

    /// <summary>The first step to try; 1 where the direction has a length of its own.</summary>
    protected virtual double FirstStep(double[] g, double lastDecrease, bool isFirst) =>
        isFirst ? Math.Min(1, 1 / Vectors.Norm(g)) : 1;

    public Minimum Run(CountedCost cost, double tolerance, int mostIterations)
    {
        var x = cost.Start;
        var (f, g) = cost.ValueAndGradient(x);
        if (!double.IsFinite(f))
        {
            return cost.Result(x, f, g, MinimumStatus.NotFinite, 0);
        }
        var (decrease, forgot) = (double.NaN, true);
        for (var iteration = 0; iteration < mostIterations; iteration++)
        {
            if (Vectors.Greatest(g) <= tolerance)
            {
                return cost.Result(x, f, g, MinimumStatus.Converged, iteration);
            }
            var direction = Direction(cost, x, g);
            if (LineSearch.Find(cost, x, f, g, direction, FirstStep(g, decrease, forgot), Flatness) is not { } found)
            {
                if (forgot)
                {
                    return cost.Result(x, f, g, MinimumStatus.NoProgress, iteration);
                }
                // Once more from scratch before giving up.
                Forget();
                forgot = true;
                continue;
            }
            Learn(Vectors.Subtract(found.X, x), Vectors.Subtract(found.Gradient, g), found.Gradient);
            decrease = f - found.Cost;
            (x, f, g, forgot) = (found.X, found.Cost, found.Gradient, false);
            cost.Reached(x);
        }
        return cost.Result(x, f, g, Vectors.Greatest(g) <= tolerance ? MinimumStatus.Converged : MinimumStatus.OutOfIterations, mostIterations);
    }
}
