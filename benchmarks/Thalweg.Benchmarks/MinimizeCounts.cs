using System.Globalization;
using Thalweg.Descents;
using Thalweg.Tests.Descents;

namespace Thalweg.Benchmarks;

/// <summary>Evaluations that the minimisers need on the problems of Moré, Garbow and Hillstrom, beside SciPy's as its script recorded them.</summary>
sealed class MinimizeCounts : IBenchmark
{
    const double Tolerance = 1e-6;

    /// <summary>A cost so far above the least, relatively, counts as not solved.</summary>
    const double Solved = 1e-5;

    static readonly (string Name, Func<Func<Tensor, Tensor>, Tensor, Minimum> Run)[] Methods =
    [
        ("conjugate gradient", (cost, start) => Minimize.ConjugateGradient(cost, start, Tolerance)),
        ("BFGS", (cost, start) => Minimize.Bfgs(cost, start, Tolerance)),
        ("L-BFGS", (cost, start) => Minimize.LBfgs(cost, start, Tolerance)),
        ("Newton-CG", (cost, start) => Minimize.NewtonCg(cost, start, Tolerance)),
        ("trust region", (cost, start) => Minimize.TrustRegion(cost, start, Tolerance)),
        ("Nelder-Mead", (cost, start) => Minimize.NelderMead(cost, start, Tolerance)),
    ];

    public string Name => "minimize";

    public string Summary => "evaluations of Minimize and of scipy.optimize.minimize on 18 test problems";

    public void Run(TextWriter report)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "minimize-scipy.csv");
        var lines = File.ReadLines(path).ToArray();
        var theirs = lines.Skip(2).Select(line => line.Split(',')).ToDictionary(
            cells => (cells[0], cells[1]), cells => Text(double.Parse(cells[2], CultureInfo.InvariantCulture), cells[0], int.Parse(cells[3], CultureInfo.InvariantCulture), int.Parse(cells[4], CultureInfo.InvariantCulture)));
        report.WriteLine(FormattableString.Invariant($"Thalweg / {lines[0].TrimStart('#', ' ')}; both with exact derivatives, until the gradient's greatest component is {Tolerance:g}."));
        report.WriteLine("Evaluations of cost and gradient together; after + products with the Hessian; of the cost alone for Nelder-Mead. ✗: another place than a known minimum.");
        report.WriteLine();
        report.WriteLine($"| problem | {string.Join(" | ", Methods.Select(method => method.Name))} |");
        report.WriteLine($"| --- |{string.Concat(Methods.Select(_ => " ---: |"))}");
        foreach (var problem in MoreGarbowHillstrom.All)
        {
            report.Write($"| {problem.Name} |");
            foreach (var (name, run) in Methods)
            {
                var found = run(problem.Cost, problem.Start);
                report.Write($" {Text(found.Cost, problem.Name, found.Evaluations, Math.Max(0, found.GradientEvaluations - found.Evaluations))} / {theirs[(problem.Name, name)]} |");
            }
            report.WriteLine();
        }
    }

    static string Text(double cost, string problem, int evaluations, int products)
    {
        var minima = MoreGarbowHillstrom.All.Single(one => one.Name == problem).Minima;
        var solved = minima.Any(least => Math.Abs(cost - least) <= Solved * Math.Max(1, least));
        return $"{evaluations.ToString(CultureInfo.InvariantCulture)}{(products > 0 ? $" + {products.ToString(CultureInfo.InvariantCulture)}" : "")}{(solved ? "" : " ✗")}";
    }
}
