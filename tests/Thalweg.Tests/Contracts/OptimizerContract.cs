using Thalweg.Optimizers;
using Thalweg.Tests.Reference;

namespace Thalweg.Tests.Contracts;

/// <summary>What every optimiser keeps: the steps that Keras took, a way down a parabola and Rosenbrock's valley, a failed step that changes nothing.</summary>
public abstract class OptimizerContract
{
    /// <summary>Its class in Keras.</summary>
    protected abstract string ClassName { get; }

    /// <summary>One with recorded settings; null where a recorded setting isn't the library's yet.</summary>
    protected abstract Optimizer? From(ReferenceNode args);

    /// <summary>One that goes down a parabola within 1000 steps, and some way down Rosenbrock's valley in 2000.</summary>
    protected abstract Optimizer Brisk { get; }

    [Fact]
    public void Steps_and_state_are_those_of_Keras()
    {
        var file = ReferenceFile.Load("opt_" + ClassName);
        var compared = 0;
        foreach (var node in file["cases"].Items)
        {
            if (From(node["args"]) is not { } optimizer)
            {
                continue;
            }
            compared++;
            Variable[] variables =
            [
                new(file["init"]["w"].Array.ToTensor(), "w"), new(file["init"]["b"].Array.ToTensor(), "b"),
            ];
            for (var i = 0; i < node["steps"].Count; i++)
            {
                optimizer.Apply(variables, [
                    Tensor.From(file["grads"][i]["w"].Array.Floats.AsSpan(), variables[0].Shape), Tensor.From(file["grads"][i]["b"].Array.Floats.AsSpan(), variables[1].Shape)]);
                var what = $"{node["name"].Text}, step {i}, ";
                Near.Equal(node["steps"][i]["w"].Array.Data, variables[0].Value, 1e-6, what + "w");
                Near.Equal(node["steps"][i]["b"].Array.Data, variables[1].Value, 1e-6, what + "b");
            }
            Assert.Equal(node["steps"].Count, optimizer.Iterations);
            var state = optimizer.Variables;
            foreach (var recorded in node["variables"].Items)
            {
                var name = recorded["path"].Text.Split('/')[1];
                Near.Equal(recorded["value"].Array.Data, state.Single(own => own.Path.EndsWith("/" + name, StringComparison.Ordinal)).Value, 1e-6, name);
            }
        }
        Assert.True(compared >= 3, $"only {compared} recorded cases were compared");
    }

    [Fact]
    public void Goes_down_a_parabola() => Assert.True(Descend(x => (x * Tensor.Of(1.0, 3)).Square().Sum() * 0.5, Tensor.Of(2.0, -1.5), 1000) < 1e-3);

    [Fact]
    public void Goes_down_the_valley_of_Rosenbrock() =>
        Assert.True(Descend(x => ((x[1] - x[0].Square()).Square() * 100 + (1 - x[0]).Square()).Sum(), Tensor.Of(-1.2, 1.0), 2000) < 4.1);

    [Fact]
    public void A_step_that_fails_changes_nothing()
    {
        var optimizer = Brisk;
        Variable[] variables = [new(Tensor.Of(1.0, 2)), new(Tensor.Of(3.0))];
        optimizer.Apply(variables, [Tensor.Of(0.1, 0.2), Tensor.Of(0.3)]);
        var (before, state) = (variables.Select(v => v.Value).ToArray(), optimizer.Variables.Select(v => v.Value).ToArray());
        Assert.Throws<ArgumentException>(() => optimizer.Apply(variables, [Tensor.Of(0.1, 0.2), Tensor.Of(0.3, 0.4)]));
        Assert.Throws<ArgumentException>(() => optimizer.Apply(variables, [Tensor.Of(0.1, 0.2)]));
        Assert.Equal(before, variables.Select(v => v.Value));
        Assert.Equal(state, optimizer.Variables.Select(v => v.Value));
        optimizer.Apply(variables, [Tensor.Of(0.1, 0.2), Tensor.Of(0.3)]);
        Assert.Equal(2, optimizer.Iterations);
    }

    [Fact]
    public void The_name_finds_it() => Assert.IsType(Brisk.GetType(), Optimizer.FromName(Brisk.Name));

    double Descend(Func<Tensor, Tensor> cost, Tensor start, int steps)
    {
        var optimizer = Brisk;
        var x = new Variable(start);
        for (var i = 0; i < steps; i++)
        {
            optimizer.Apply([x], [Gradient.Of(cost)(x)]);
        }
        return cost(x).Item();
    }
}
