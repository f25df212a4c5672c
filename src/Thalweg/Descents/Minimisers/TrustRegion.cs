namespace Thalweg.Descents.Minimisers;

/// <summary>
/// Newton's method within a radius in which its model has proved right: conjugate gradients until the radius or a direction of
/// negative curvature is met. Steihaug, 1983; Nocedal and Wright, algorithms 4.1 and 7.2.
/// </summary>
static class TrustRegion
{
    const double Greatest = 1e10;

    public static Minimum Run(CountedCost cost, double tolerance, int mostIterations)
    {
        var x = cost.Start;
        var (f, g) = cost.ValueAndGradient(x);
        var radius = 1.0;
        for (var iteration = 0; iteration < mostIterations; iteration++)
        {
            if (!double.IsFinite(f))
            {
                return cost.Result(x, f, g, MinimumStatus.NotFinite, iteration);
            }
            if (Vectors.Greatest(g) <= tolerance)
            {
                return cost.Result(x, f, g, MinimumStatus.Converged, iteration);
            }
            var (step, predicted, atEdge) = Step(cost, x, g, radius);
            var candidate = Vectors.Add(x, 1, step);
            var (value, gradient) = cost.ValueAndGradient(candidate);
            var ratio = (f - value) / predicted;
            if (!(ratio >= 0.25))
            {
                radius *= 0.25;
            }
            else if (ratio > 0.75 && atEdge)
            {
                radius = Math.Min(2 * radius, Greatest);
            }
            if (ratio > 0.1)
            {
                (x, f, g) = (candidate, value, gradient);
                cost.Reached(x);
            }
            else if (radius < 1e-15 * Math.Max(1, Vectors.Norm(x)))
            {
                return cost.Result(x, f, g, MinimumStatus.NoProgress, iteration);
            }
        }
        return cost.Result(x, f, g, MinimumStatus.OutOfIterations, mostIterations);
    }

    /// <summary>The step within the radius, how much the model says it gains, and whether it ends at the edge.</summary>
    static (double[] Step, double Predicted, bool AtEdge) Step(CountedCost cost, double[] x, double[] g, double radius)
    {
        var size = Vectors.Norm(g);
        var enough = Math.Min(0.5, Math.Sqrt(size)) * size;
        var (d, r, p, bent) = (new double[g.Length], g, Vectors.Scale(-1, g), new double[g.Length]);
        for (var i = 0; i < 20 * g.Length; i++)
        {
            var hp = cost.HessianProduct(x, p);
            var curvature = Vectors.Dot(p, hp);
            var rr = Vectors.Dot(r, r);
            var step = rr / curvature;
            if (curvature <= 0 || Vectors.Norm(Vectors.Add(d, step, p)) >= radius)
            {
                step = ToEdge(d, p, radius);
                (d, bent) = (Vectors.Add(d, step, p), Vectors.Add(bent, step, hp));
                return (d, Gain(), true);
            }
            (d, bent, r) = (Vectors.Add(d, step, p), Vectors.Add(bent, step, hp), Vectors.Add(r, step, hp));
            if (Vectors.Norm(r) <= enough)
            {
                break;
            }
            p = Vectors.Add(Vectors.Scale(-1, r), Vectors.Dot(r, r) / rr, p);
        }
        return (d, Gain(), false);

        double Gain() => -(Vectors.Dot(g, d) + 0.5 * Vectors.Dot(d, bent));
    }

    /// <summary>The positive t at which |d + t p| is the radius.</summary>
    static double ToEdge(double[] d, double[] p, double radius)
    {
        var (a, b, c) = (Vectors.Dot(p, p), 2 * Vectors.Dot(d, p), Vectors.Dot(d, d) - radius * radius);
        return (-b + Math.Sqrt(Math.Max(0, b * b - 4 * a * c))) / (2 * a);
    }
}
