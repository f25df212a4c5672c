using Thalweg.Optimizers;
using Thalweg.Plans;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Optimizers;

public class MultiOptimizerTests
{
    [Fact]
    public void Each_group_moves_by_its_own_optimiser()
    {
        Variable[] weights = [new(Tensor.Of(1.0), "body"), new(Tensor.Of(1.0), "head"), new(Tensor.Of(1.0), "listed")];
        var optimizer = new MultiOptimizer(new Sgd(0.1), (weight => weight.Path == "head", new Sgd(0.5)));
        optimizer.Apply(weights, [Tensor.Of(1.0), Tensor.Of(1.0), Tensor.Of(1.0)]);
        Near.Equal([0.9], weights[0].Value, 1e-15);
        Near.Equal([0.5], weights[1].Value, 1e-15);
        var listed = new MultiOptimizer("sgd", ([weights[2]], new Sgd(1)));
        listed.Apply(weights, [Tensor.Of(0.0), Tensor.Of(0.0), Tensor.Of(1.0)]);
        Near.Equal([-0.1], weights[2].Value, 1e-15);
    }

    [Fact]
    public void Its_state_saves_and_loads_also_where_groups_have_the_same_rule()
    {
        static MultiOptimizer Make() => new(new Adam(0.1), (weight => weight.Name == "b", new Adam(0.01)));
        Variable[] first = [new(Tensor.Of(1f), "a"), new(Tensor.Of(2f), "b")];
        var (kept, loaded) = (Make(), Make());
        kept.Apply(first, [Tensor.Of(1f), Tensor.Of(2f)]);
        Assert.Equal(kept.Variables.Count, kept.Variables.DistinctBy(variable => variable.Path).Count());
        Variable[] second = [new(first[0].Value, "a"), new(first[1].Value, "b")];
        loaded.SetState(kept.Variables.ToDictionary(variable => variable.Path, variable => variable.Value));
        kept.Apply(first, [Tensor.Of(-3f), Tensor.Of(2f)]);
        loaded.Apply(second, [Tensor.Of(-3f), Tensor.Of(2f)]);
        Near.Equal(first[0], second[0].Value);
        Near.Equal(first[1], second[1].Value);
        Assert.Equal(2, loaded.Optimizers[1].Iterations);
    }

    [Fact]
    public void It_runs_as_a_plan()
    {
        Variable[] weights = [new(Tensor.Of(1.0), "body"), new(Tensor.Of(1.0), "head")];
        var optimizer = new MultiOptimizer(new Adam(0.1), (weight => weight.Path == "head", new Sgd(0.5)));
        var step = Plan.Trace(g => { optimizer.Apply(weights, [g[0], g[0]]); return []; });
        step.Run(Tensor.Of(1.0));
        step.Run(Tensor.Of(1.0));
        Near.Equal([0], weights[1].Value, 1e-15);
        Near.Equal([0.8], weights[0].Value, 1e-6);
    }
}
