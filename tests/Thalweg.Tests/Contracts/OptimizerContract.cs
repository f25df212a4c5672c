using Thalweg.Callbacks;
using Thalweg.Initializers;
using Thalweg.Layers;
using Thalweg.Models;
using Thalweg.Optimizers;
using Thalweg.Plans;
using Thalweg.Tests.Reference;

namespace Thalweg.Tests.Contracts;

/// <summary>What every optimiser keeps: the steps that Keras took, a way down a parabola and Rosenbrock's valley, a failed step that changes nothing.</summary>
public abstract class OptimizerContract
{
    /// <summary>Its class in Keras; null where Keras has none.</summary>
    protected virtual string? ClassName => null;

    /// <summary>One that goes down a parabola within 1000 steps, and some way down Rosenbrock's valley in 2000.</summary>
    protected abstract Optimizer Brisk { get; }

    /// <summary>One for the parabola, where the valley's is too cautious.</summary>
    protected virtual Optimizer OnParabola => Brisk;

    /// <summary>One for a small network.</summary>
    protected virtual Optimizer OnNetwork => OnParabola;

    /// <summary>Recorded runs of PyTorch that it repeats, with the tolerance.</summary>
    protected virtual IEnumerable<(string Case, Optimizer Optimizer, double Tolerance)> Torch => [];

    /// <summary>A text that finds it.</summary>
    protected virtual string Text => Brisk.Name;

    /// <summary>What the library calls a part of the state that Keras recorded; null for what it doesn't keep.</summary>
    protected virtual string? StateName(string recorded) => recorded[(recorded.IndexOf('/', StringComparison.Ordinal) + 1)..];

    /// <summary>One with recorded settings, as their names find it.</summary>
    protected virtual Optimizer From(string className, ReferenceNode args, string caseName) => Optimizer.FromName(SettingsText.Of(className, args, caseName == "exclude_b" ? "exclude_from_weight_decay=[b]" : null));

    [Fact]
    public void Steps_and_state_are_those_of_Keras()
    {
        if (ClassName is not { } className)
        {
            return;
        }
        var file = ReferenceFile.Load("opt_" + className);
        Assert.NotEmpty(file["cases"].Items);
        foreach (var node in file["cases"].Items)
        {
            foreach (var planned in (bool[])[false, true])
            {
                Compare(className, file, node, planned);
            }
        }
    }

    void Compare(string className, ReferenceNode file, ReferenceNode node, bool planned)
    {
        var optimizer = From(className, node["args"], node["name"].Text);
        Variable[] variables = [new(file["init"]["w"].Array.ToTensor(), "w"), new(file["init"]["b"].Array.ToTensor(), "b")];
        Tensor[] Step(Tensor[] gradients)
        {
            optimizer.Apply(variables, gradients);
            return [];
        }
        var plan = Plan.Trace(Step);
        for (var i = 0; i < node["steps"].Count; i++)
        {
            var (recorded, what) = (node["steps"][i], $"{node["name"].Text}{(planned ? " planned" : "")}, step {i}, ");
            Tensor[] gradients = [
                Tensor.From(file["grads"][i]["w"].Array.Floats.AsSpan(), variables[0].Shape), Tensor.From(file["grads"][i]["b"].Array.Floats.AsSpan(), variables[1].Shape)];
            _ = planned ? plan.Run(gradients) : Step(gradients);
            Near.Equal(recorded["w"].Array.Data, variables[0].Value, 1e-6, what + "w");
            Near.Equal(recorded["b"].Array.Data, variables[1].Value, 1e-6, what + "b");
            if (recorded.Has("ema_w"))
            {
                Near.Equal(recorded["ema_w"].Array.Data, optimizer.Remembered(variables[0], "average")!, 1e-6, what + "average of w");
                Near.Equal(recorded["ema_b"].Array.Data, optimizer.Remembered(variables[1], "average")!, 1e-6, what + "average of b");
            }
        }
        var state = optimizer.Variables;
        foreach (var recorded in node["variables"].Items)
        {
            if (StateName(recorded["path"].Text) is { } name)
            {
                Near.Equal(recorded["value"].Array.Data, state.Single(own => own.Path.EndsWith("/" + name, StringComparison.Ordinal)).Value, 1e-6, $"{node["name"].Text}, {name}");
            }
        }
        if (node.Has("finalized"))
        {
            optimizer.Finish(variables);
            Near.Equal(node["finalized"]["w"].Array.Data, variables[0].Value, 1e-6, "finished w");
            Near.Equal(node["finalized"]["b"].Array.Data, variables[1].Value, 1e-6, "finished b");
        }
    }

    [Fact]
    public void Steps_are_those_of_PyTorch()
    {
        var file = ReferenceFile.Load("optim");
        foreach (var (name, optimizer, tolerance) in Torch)
        {
            Variable[] variables = [new(Double(file["init"]["w"]), "w"), new(Double(file["init"]["b"]), "b")];
            var steps = file["optimizers"][name]["steps"];
            for (var i = 0; i < steps.Count; i++)
            {
                optimizer.Apply(variables, [Double(file["grads"][i]["w"]), Double(file["grads"][i]["b"])]);
                Near.Equal(steps[i]["w"].Array.Data, variables[0].Value, tolerance, $"{name}, step {i}, w");
                Near.Equal(steps[i]["b"].Array.Data, variables[1].Value, tolerance, $"{name}, step {i}, b");
            }
        }
    }

    static Tensor Double(ReferenceNode node) => Tensor.From(node.Array.Data.AsSpan(), node.Array.Shape);

    [Fact]
    public void A_small_network_learns()
    {
        var x = Tensor.From(new float[,] { { 0, 0 }, { 0, 1 }, { 1, 0 }, { 1, 1 }, { 0.5f, 0.5f }, { 0.2f, 0.9f } });
        var y = x.Sum(axis: 1, keepDims: true) * 0.5;
        var model = new Sequential([new InputLayer(2), new Dense(8, "tanh") { KernelInitializer = new GlorotUniform(1) }, new Dense(1) { KernelInitializer = new GlorotUniform(2) }]);
        model.Compile(OnNetwork, "mse");
        var history = model.Fit(x, y, epochs: 200, batchSize: 6, shuffle: false, verbose: Verbosity.Silent);
        Assert.True(history["loss"][^1] < 0.2 * history["loss"][0], $"{history["loss"][0]} to {history["loss"][^1]}");
    }

    [Fact]
    public void The_next_step_after_a_save_and_load_has_the_same_bits()
    {
        foreach (var planned in (bool[])[false, true])
        {
            var (kept, loaded) = (Brisk, Brisk);
            Variable[] first = [new(Tensor.From(new float[,] { { 1, -2, 0.5f }, { 3, 1, -1 } }), "kernel"), new(Tensor.Of(0.5f, 2, 1), "bias")];
            Run(kept, first, 5, planned);
            Variable[] second = [.. first.Select(variable => new Variable(variable.Value, variable.Name))];
            loaded.SetState(kept.Variables.ToDictionary(variable => variable.Path, variable => variable.Value));
            Run(kept, first, 3, planned);
            Run(loaded, second, 3, planned);
            Assert.Equal(kept.Variables.Count, loaded.Variables.Count);
            foreach (var (a, b) in kept.Variables.Concat(first).Zip(loaded.Variables.Concat(second)))
            {
                Assert.Equal(a.Path, b.Path);
                Assert.True(Widths.Bytes(a.Value).SequenceEqual(Widths.Bytes(b.Value)), $"{a.Path} differs");
            }
        }
    }

    /// <summary>Steps down (x² + b²) / 2 of all weights, the same eagerly and as a plan.</summary>
    static void Run(Optimizer optimizer, Variable[] variables, int steps, bool planned)
    {
        Tensor[] Step(Tensor[] _) => [optimizer.Minimize(() => variables[0].Value.Square().Sum() * 0.5 + variables[1].Value.Square().Sum() * 0.5, variables)];
        var plan = Plan.Trace(Step);
        for (var i = 0; i < steps; i++)
        {
            _ = planned && !optimizer.NeedsValues ? plan.Run() : Step([]);
        }
    }

    [Fact]
    public void Goes_down_a_parabola() => Assert.True(Descend(OnParabola, x => (x * Tensor.Of(1.0, 3)).Square().Sum() * 0.5, Tensor.Of(2.0, -1.5), 1000) < 1e-3);

    [Fact]
    public void Goes_down_the_valley_of_Rosenbrock() =>
        Assert.True(Descend(Brisk, x => ((x[1] - x[0].Square()).Square() * 100 + (1 - x[0]).Square()).Sum(), Tensor.Of(-1.2, 1.0), 2000) < 4.1);

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
    public void The_name_finds_it() => Assert.IsType(Brisk.GetType(), Optimizer.FromName(Text));

    static double Descend(Optimizer optimizer, Func<Tensor, Tensor> cost, Tensor start, int steps)
    {
        var x = new Variable(start);
        for (var i = 0; i < steps; i++)
        {
            optimizer.Minimize(() => cost(x), [x]);
        }
        return cost(x).Item();
    }
}
