namespace Thalweg.Descents.Minimisers;

/// <summary>A simplex that reflects, stretches and shrinks its way down without gradients. Nelder and Mead, 1965.</summary>
static class NelderMead
{
    public static Minimum Run(CountedCost cost, double tolerance, int mostIterations)
    {
        var n = cost.Start.Length;
        var simplex = new (double[] X, double Cost)[n + 1];
        simplex[0] = Vertex(cost.Start);
        for (var i = 0; i < n; i++)
        {
            var x = (double[])cost.Start.Clone();
            x[i] = x[i] != 0 ? 1.05 * x[i] : 0.00025;
            simplex[i + 1] = Vertex(x);
        }
        if (!double.IsFinite(simplex[0].Cost))
        {
            return cost.Result(cost.Start, simplex[0].Cost, null, MinimumStatus.NotFinite, 0);
        }
        for (var iteration = 0; iteration < mostIterations; iteration++)
        {
            Array.Sort(simplex, static (a, b) => a.Cost.CompareTo(b.Cost));
            var best = simplex[0];
            if (simplex.Max(vertex => Vectors.Greatest(Vectors.Subtract(vertex.X, best.X))) <= tolerance && simplex[^1].Cost - best.Cost <= tolerance)
            {
                return cost.Result(best.X, best.Cost, null, MinimumStatus.Converged, iteration);
            }
            Move(simplex);
            cost.Reached(simplex.MinBy(vertex => vertex.Cost).X);
        }
        var least = simplex.MinBy(vertex => vertex.Cost);
        return cost.Result(least.X, least.Cost, null, MinimumStatus.OutOfIterations, mostIterations);

        (double[], double) Vertex(double[] x)
        {
            var value = cost.Value(x);
            return (x, double.IsNaN(value) ? double.PositiveInfinity : value);
        }

        void Move((double[] X, double Cost)[] simplex)
        {
            var centre = new double[n];
            for (var i = 0; i < n; i++)
            {
                centre = Vectors.Add(centre, 1.0 / n, simplex[i].X);
            }
            var away = Vectors.Subtract(centre, simplex[^1].X);
            (double[] X, double Cost) At(double t) => Vertex(Vectors.Add(centre, t, away));
            var reflected = At(1);
            if (reflected.Cost < simplex[0].Cost)
            {
                var stretched = At(2);
                simplex[^1] = stretched.Cost < reflected.Cost ? stretched : reflected;
                return;
            }
            if (reflected.Cost < simplex[^2].Cost)
            {
                simplex[^1] = reflected;
                return;
            }
            var inside = At(reflected.Cost < simplex[^1].Cost ? 0.5 : -0.5);
            if (inside.Cost <= Math.Min(reflected.Cost, simplex[^1].Cost))
            {
                simplex[^1] = inside;
                return;
            }
            for (var i = 1; i <= n; i++)
            {
                simplex[i] = Vertex(Vectors.Add(simplex[0].X, 0.5, Vectors.Subtract(simplex[i].X, simplex[0].X)));
            }
        }
    }
}
