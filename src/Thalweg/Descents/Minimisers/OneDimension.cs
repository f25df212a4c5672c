namespace Thalweg.Descents.Minimisers;

/// <summary>Minima of functions of one number between two bounds.</summary>
static class OneDimension
{
    static readonly double Golden = (3 - Math.Sqrt(5)) / 2;

    /// <summary>Golden-section search: the bracket shrinks by the same part each time. Kiefer, 1953.</summary>
    public static (double X, double Cost, int Evaluations, bool Converged) GoldenSection(Func<double, double> cost, double low, double high, double tolerance, int most)
    {
        var (a, b) = (low + Golden * (high - low), high - Golden * (high - low));
        var (fa, fb, evaluations) = (cost(a), cost(b), 2);
        while (high - low > tolerance && evaluations < most)
        {
            if (fa < fb)
            {
                (high, b, fb) = (b, a, fa);
                a = low + Golden * (high - low);
                fa = cost(a);
            }
            else
            {
                (low, a, fa) = (a, b, fb);
                b = high - Golden * (high - low);
                fb = cost(b);
            }
            evaluations++;
        }
        return fa < fb ? (a, fa, evaluations, high - low <= tolerance) : (b, fb, evaluations, high - low <= tolerance);
    }

    /// <summary>Brent's method: parabolas through three points where they help, golden sections where not. Brent, 1973, chapter 5.</summary>
    public static (double X, double Cost, int Evaluations, bool Converged) Brent(Func<double, double> cost, double low, double high, double tolerance, int most)
    {
        var x = low + Golden * (high - low);
        var (w, v) = (x, x);
        var fx = cost(x);
        var (fw, fv, step, last) = (fx, fx, 0.0, 0.0);
        for (var evaluations = 1; ; evaluations++)
        {
            var middle = (low + high) / 2;
            var least = 1.5e-8 * Math.Abs(x) + tolerance / 3;
            if (Math.Abs(x - middle) <= 2 * least - (high - low) / 2)
            {
                return (x, fx, evaluations, true);
            }
            if (evaluations >= most)
            {
                return (x, fx, evaluations, false);
            }
            var (r, q) = ((x - w) * (fx - fv), (x - v) * (fx - fw));
            var p = (x - v) * q - (x - w) * r;
            q = 2 * (q - r);
            (p, q) = q > 0 ? (-p, q) : (p, -q);
            if (Math.Abs(last) > least && Math.Abs(p) < Math.Abs(0.5 * q * last) && p > q * (low - x) && p < q * (high - x))
            {
                (last, step) = (step, p / q);
                var next = x + step;
                if (next - low < 2 * least || high - next < 2 * least)
                {
                    step = x < middle ? least : -least;
                }
            }
            else
            {
                last = (x < middle ? high : low) - x;
                step = Golden * last;
            }
            var u = x + (Math.Abs(step) >= least ? step : Math.Sign(step) * least);
            var fu = cost(u);
            if (fu <= fx)
            {
                (low, high) = u < x ? (low, x) : (x, high);
                (v, fv, w, fw, x, fx) = (w, fw, x, fx, u, fu);
                continue;
            }
            (low, high) = u < x ? (u, high) : (low, u);
            if (fu <= fw || w == x)
            {
                (v, fv, w, fw) = (w, fw, u, fu);
            }
            else if (fu <= fv || v == x || v == w)
            {
                (v, fv) = (u, fu);
            }
        }
    }
}
