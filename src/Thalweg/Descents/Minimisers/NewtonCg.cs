namespace Thalweg.Descents.Minimisers;

/// <summary>Newton's method whose linear system conjugate gradients solve, as far as is worth it, from Hessian-vector products. Dembo and Steihaug, 1983.</summary>
sealed class NewtonCg : DirectionMethod
{
    protected override double[] Direction(CountedCost cost, double[] x, double[] g)
    {
        var size = Vectors.Norm(g);
        var enough = Math.Min(0.5, Math.Sqrt(size)) * size;
        var d = new double[g.Length];
        var r = g;
        var p = Vectors.Scale(-1, g);
        var rr = Vectors.Dot(r, r);
        for (var i = 0; i < 20 * g.Length && Math.Sqrt(rr) > enough; i++)
        {
            var hp = cost.HessianProduct(x, p);
            var curvature = Vectors.Dot(p, hp);
            if (curvature <= 1e-14 * Vectors.Dot(p, p))
            {
                // No bowl this way: what there is so far, or straight down.
                return i == 0 ? Vectors.Scale(-1, g) : d;
            }
            var step = rr / curvature;
            d = Vectors.Add(d, step, p);
            r = Vectors.Add(r, step, hp);
            var next = Vectors.Dot(r, r);
            p = Vectors.Add(Vectors.Scale(-1, r), next / rr, p);
            rr = next;
        }
        return d;
    }

    protected override double FirstStep(double[] g, double lastDecrease, bool isFirst) => 1;
}
