using Thalweg.Catalogs;
using Thalweg.Descents.Minimisers;

namespace Thalweg.Descents;

/// <summary>Finds the point where a smooth function is least, by the classic methods, as <c>scipy.optimize.minimize</c> does. In Float64.</summary>
/// <remarks>
/// Gradients and Hessian-vector products come from differentiation; a gradient of one's own may be given. A method ends where
/// the greatest component of the gradient is at most the tolerance.
/// </remarks>
/// <example><code>
/// var best = Minimize.LBfgs(x => (x - 3).Square().Sum(), Tensor.Of(0.0, 0.0));
/// Console.WriteLine(best.X);      // [3, 3]
/// </code></example>
public static class Minimize
{
    /// <summary>Steepest descent with a line search.</summary>
    public static Minimum GradientDescent(Func<Tensor, Tensor> cost, Tensor start, double tolerance = 1e-6, int iterations = 10_000, Func<Tensor, Tensor>? gradient = null) =>
        Along(new SteepestDescent(), cost, start, tolerance, iterations, gradient);

    /// <summary>Nonlinear conjugate gradients (Polak–Ribière, restarted).</summary>
    public static Minimum ConjugateGradient(Func<Tensor, Tensor> cost, Tensor start, double tolerance = 1e-6, int iterations = 10_000, Func<Tensor, Tensor>? gradient = null) =>
        Along(new ConjugateGradient(), cost, start, tolerance, iterations, gradient);

    /// <summary>BFGS: keeps an estimate of the inverse Hessian, n × n.</summary>
    public static Minimum Bfgs(Func<Tensor, Tensor> cost, Tensor start, double tolerance = 1e-6, int iterations = 2_000, Func<Tensor, Tensor>? gradient = null) =>
        Along(new Bfgs(), cost, start, tolerance, iterations, gradient);

    /// <summary>L-BFGS: BFGS from the last steps alone, for many variables.</summary>
    public static Minimum LBfgs(Func<Tensor, Tensor> cost, Tensor start, double tolerance = 1e-6, int iterations = 15_000, int memory = 10, Func<Tensor, Tensor>? gradient = null) =>
        Along(new LBfgs(Require.Positive(memory)), cost, start, tolerance, iterations, gradient);

    /// <summary>Newton's method, its system solved by conjugate gradients from Hessian-vector products.</summary>
    public static Minimum NewtonCg(Func<Tensor, Tensor> cost, Tensor start, double tolerance = 1e-6, int iterations = 2_000, Func<Tensor, Tensor>? gradient = null) =>
        Along(new NewtonCg(), cost, start, tolerance, iterations, gradient);

    /// <summary>Newton's method within a trust region; takes ways out of saddles.</summary>
    public static Minimum TrustRegion(Func<Tensor, Tensor> cost, Tensor start, double tolerance = 1e-6, int iterations = 2_000, Func<Tensor, Tensor>? gradient = null) =>
        Minimisers.TrustRegion.Run(Cost(cost, start, tolerance, iterations, gradient), tolerance, iterations);

    /// <summary>The simplex of Nelder and Mead, without gradients; ends where its corners and their costs are within the tolerance.</summary>
    public static Minimum NelderMead(Func<Tensor, Tensor> cost, Tensor start, double tolerance = 1e-6, int iterations = 20_000) =>
        Minimisers.NelderMead.Run(Cost(cost, start, tolerance, iterations, null), tolerance, iterations);

    /// <summary>The minimum of a function of one number between two bounds, by Brent's method.</summary>
    /// <returns>The place, the cost, the number of evaluations, and whether the bounds closed to the tolerance.</returns>
    public static (double X, double Cost, int Evaluations, bool Converged) Brent(Func<double, double> cost, double low, double high, double tolerance = 1e-8, int evaluations = 500)
    {
        RequireBounds(cost, low, high);
        return OneDimension.Brent(cost, low, high, Require.Positive(tolerance), evaluations);
    }

    /// <summary>The minimum of a function of one number between two bounds, by golden sections.</summary>
    /// <returns>The place, the cost, the number of evaluations, and whether the bounds closed to the tolerance.</returns>
    public static (double X, double Cost, int Evaluations, bool Converged) GoldenSection(Func<double, double> cost, double low, double high, double tolerance = 1e-8, int evaluations = 500)
    {
        RequireBounds(cost, low, high);
        return OneDimension.GoldenSection(cost, low, high, Require.Positive(tolerance), evaluations);
    }

    static Minimum Along(DirectionMethod method, Func<Tensor, Tensor> cost, Tensor start, double tolerance, int iterations, Func<Tensor, Tensor>? gradient) =>
        method.Run(Cost(cost, start, tolerance, iterations, gradient), tolerance, iterations);

    static CountedCost Cost(Func<Tensor, Tensor> cost, Tensor start, double tolerance, int iterations, Func<Tensor, Tensor>? gradient)
    {
        Require.NotNegative(tolerance);
        Require.NotNegative(iterations);
        return new CountedCost(cost, start, gradient);
    }

    static void RequireBounds(Func<double, double> cost, double low, double high)
    {
        ArgumentNullException.ThrowIfNull(cost);
        if (!(low < high) || !double.IsFinite(high - low))
        {
            throw new ArgumentException($"The bounds must be finite and rise, but are {low} and {high}.", nameof(low));
        }
    }
}
