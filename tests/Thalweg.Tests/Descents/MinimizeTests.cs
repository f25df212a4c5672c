using Thalweg.Descents;
using Thalweg.Descents.Objectives;
using Thalweg.Tests.Contracts;
using Thalweg.Tests.Reference;

namespace Thalweg.Tests.Descents;

public class MinimizeTests
{
    public static TheoryData<string> Methods => ["gradient descent", "conjugate gradient", "BFGS", "L-BFGS", "Newton-CG", "trust region", "Nelder-Mead"];

    static Minimum Run(string method, Func<Tensor, Tensor> cost, Tensor start, double tolerance = 1e-9) => method switch
    {
        "gradient descent" => Minimize.GradientDescent(cost, start, tolerance, 100_000),
        "conjugate gradient" => Minimize.ConjugateGradient(cost, start, tolerance),
        "BFGS" => Minimize.Bfgs(cost, start, tolerance),
        "L-BFGS" => Minimize.LBfgs(cost, start, tolerance),
        "Newton-CG" => Minimize.NewtonCg(cost, start, tolerance),
        "trust region" => Minimize.TrustRegion(cost, start, tolerance),
        _ => Minimize.NelderMead(cost, start, tolerance),
    };

    [Theory]
    [MemberData(nameof(Methods))]
    public void The_optimum_of_the_chapter_is_found(string method)
    {
        var chapter = ReferenceFile.Load("chapter")["logistic"];
        var objective = new LogisticRegression(chapter["X"].Array.ToTensor(), chapter["y"].Array.ToTensor(), chapter["lam"].Number);
        var best = Run(method, objective.Cost, Tensor.From(chapter["start"].Array.Data));
        Assert.True(best.Converged, best.ToString());
        Near.Equal(chapter["optimum"].Array.Data, best.X, method == "Nelder-Mead" ? 1e-7 : 1e-8);
        Near.Equal(chapter["optimum_cost"].Number, best.Cost, 1e-12);
        Assert.Equal(best.Iterations + 1, best.Path.Count);
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void Rosenbrock_is_solved(string method)
    {
        if (method != "gradient descent")
        {
            Near.Equal([1, 1], Run(method, new Rosenbrock().Cost, Tensor.Of(-1.2, 1.0)).X, 1e-6);
        }
    }

    [Fact]
    public void A_gradient_of_ones_own_is_used()
    {
        var asked = 0;
        var best = Minimize.Bfgs(x => x.Square().Sum(), Tensor.Of(3.0, 4), gradient: x =>
        {
            asked++;
            return x * 2;
        });
        Assert.True(best.Converged && asked > 0);
    }

    [Fact]
    public void A_saddle_is_left_by_the_trust_region()
    {
        var best = Minimize.TrustRegion(x => (x[0].Square() - x[1].Square() + x[1].Square().Square()).Sum(), Tensor.Of(1.0, 1e-3));
        Near.Equal(-0.25, best.Cost, 1e-9);
    }

    [Fact]
    public void Endings_say_what_happened()
    {
        Assert.Equal(MinimumStatus.OutOfIterations, Minimize.GradientDescent(new Rosenbrock().Cost, Tensor.Of(-1.2, 1.0), iterations: 3).Status);
        Assert.Equal(MinimumStatus.NotFinite, Minimize.LBfgs(x => x.Log().Sum(), Tensor.Of(-1.0)).Status);
        Assert.Equal(MinimumStatus.Converged, Minimize.LBfgs(x => x.Square().Sum(), Tensor.Of(0.0)).Status);
        Assert.Equal(MinimumStatus.NotFinite, Minimize.NelderMead(x => x.Log().Sum(), Tensor.Of(-1.0)).Status);
    }

    [Fact]
    public void One_dimension()
    {
        foreach (var search in (Func<Func<double, double>, double, double, (double X, double Cost, int Evaluations, bool Converged)>[])[
            (f, a, b) => Minimize.Brent(f, a, b), (f, a, b) => Minimize.GoldenSection(f, a, b)])
        {
            Near.Equal(Math.PI, search(Math.Cos, 0, 5).X, 1e-7);
            Near.Equal(2, search(x => Math.Abs(x - 2), -10, 10).X, 1e-6);
            Assert.True(search(x => x * x * x * x, -1, 2).Converged);
        }
        Assert.True(Minimize.Brent(Math.Cos, 0, 5).Evaluations < Minimize.GoldenSection(Math.Cos, 0, 5).Evaluations / 2);
        Assert.Throws<ArgumentException>(() => Minimize.Brent(Math.Cos, 5, 0));
    }

    [Theory]
    [MemberData(nameof(Problems))]
    public void Problems_of_More_Garbow_and_Hillstrom_are_solved_from_their_standard_starts(string name)
    {
        var problem = MoreGarbowHillstrom.All.Single(problem => problem.Name == name);
        foreach (var method in (string[])["BFGS", "L-BFGS", "trust region"])
        {
            var best = Run(method, problem.Cost, problem.Start, 1e-8);
            Assert.True(
                problem.Minima.Any(least => Math.Abs(best.Cost - least) <= 1e-6 * Math.Max(1, least)), $"{method} on {name}: {best.Cost:g9}, {best.Status} after {best.Iterations} iterations");
        }
    }

    public static TheoryData<string> Problems => [.. MoreGarbowHillstrom.All.Select(problem => problem.Name)];
}
