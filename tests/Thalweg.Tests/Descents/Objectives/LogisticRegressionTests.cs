using Thalweg.Descents;
using Thalweg.Descents.Objectives;
using Thalweg.Tests.Contracts;
using Thalweg.Tests.Reference;

namespace Thalweg.Tests.Descents.Objectives;

public class LogisticRegressionTests : ObjectiveContract
{
    protected override Objective Objective { get; } = new LogisticRegression(Chapter["X"].Array.ToTensor().Cast(DType.Float64), Chapter["y"].Array.ToTensor(), Chapter["lam"].Number);

    static ReferenceNode Chapter => ReferenceFile.Load("chapter")["logistic"];

    [Fact]
    public void Costs_optimum_and_rates_are_those_of_the_chapter()
    {
        var objective = (LogisticRegression)Objective;
        var path = Chapter["gd"].Array.ToTensor();
        Near.Equal(Chapter["gd_cost"].Array.Data, objective.Costs(path), 1e-12);
        var optimum = Tensor.From(Chapter["optimum"].Array.Data);
        Near.Equal(Chapter["optimum_cost"].Number, objective.Cost(optimum).Item(), 1e-12);
        var hessian = Gradient.Hessian(objective.Cost)(optimum);
        Near.Equal(Chapter["hessian_at_optimum"].Array.Data, hessian, 1e-7);
        Near.Equal(Chapter["hessian_eigenvalues"].Array.Data, SymmetricEigen.Values(hessian), 1e-7);
        Near.Equal(Chapter["global_safe_rate"].Number, objective.SafeLearningRate, 1e-12);
    }

    [Fact]
    public void Labels_are_plus_or_minus_one()
    {
        Assert.Contains("y * 2 - 1", Assert.Throws<ArgumentException>(() => new LogisticRegression(Tensor.Zeros([2, 2]), Tensor.Of(0f, 1))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new LogisticRegression(Tensor.Zeros([2, 2]), Tensor.Of(1f)));
    }
}
