using Thalweg.Optimizers;
using Thalweg.Tests.Contracts;
using Thalweg.Tests.Reference;

namespace Thalweg.Tests.Optimizers;

public class LBfgsTests
{
    static Tensor Rosenbrock(Tensor x) =>
        ((x[1] - x[0].Square()).Square() * 100 + (1 - x[0]).Square()) + ((x[2] - x[1].Square()).Square() * 100 + (1 - x[1]).Square()) + ((x[3] - x[2].Square()).Square() * 100 + (1 - x[2]).Square());

    [Theory]
    [InlineData("None", false)]
    [InlineData("strong_wolfe", true)]
    public void Steps_are_those_of_PyTorch(string name, bool lineSearch)
    {
        var recorded = ReferenceFile.Load("optim")["lbfgs_rosenbrock"];
        var x = new Variable(Tensor.From(recorded["start"].Array.Data), "x");
        var optimizer = new LBfgs(lineSearch ? 1 : 0.01) { LineSearch = lineSearch, HistorySize = 10, ToleranceChange = 1e-15 };
        foreach (var step in recorded["traces"][name].Items)
        {
            optimizer.Minimize(() => Rosenbrock(x), [x]);
            Near.Equal(step["x"].Array.Data, x.Value, 1e-9, $"{name} after {step["evaluations"].Integer} evaluations");
            Assert.Equal(step["evaluations"].Integer, optimizer.Evaluations);
        }
    }

    [Fact]
    public void A_parabola_is_solved_in_a_step()
    {
        var x = new Variable(Tensor.Of(2.0, -1.5), "x");
        new LBfgs { ToleranceChange = 1e-15 }.Minimize(() => (x.Value * Tensor.Of(1.0, 3)).Square().Sum() * 0.5, [x]);
        Near.Equal([0, 0], x.Value, 1e-6);
    }

    [Fact]
    public void In_a_training_on_the_whole_data_it_fits_a_line()
    {
        var model = Small.Model();
        model.Compile(new LBfgs(), "mse");
        var history = model.Fit(Small.X, Small.Y, epochs: 3, batchSize: 8, shuffle: false, verbose: Thalweg.Callbacks.Verbosity.Silent);
        Assert.True(history["loss"][^1] < 1e-10, $"{history["loss"][^1]}");
        Assert.Equal(3, model.Optimizer!.Iterations);
    }

    [Fact]
    public void The_next_step_after_a_save_and_load_has_the_same_bits()
    {
        Variable[] x = [new(Tensor.Of(-1.2, 1, -1.2, 1), "x"), new(Tensor.Of(-1.2, 1, -1.2, 1), "x")];
        LBfgs[] optimizers = [new() { MaxIterations = 3 }, new() { MaxIterations = 3 }];
        optimizers[0].Minimize(() => Rosenbrock(x[0]), [x[0]]);
        x[1].Assign(x[0].Value);
        optimizers[1].SetState(optimizers[0].Variables.ToDictionary(variable => variable.Path, variable => variable.Value));
        for (var i = 0; i < 2; i++)
        {
            optimizers[i].Minimize(() => Rosenbrock(x[i]), [x[i]]);
        }
        Assert.Equal(x[0].Value.ToArray<double>(), x[1].Value.ToArray<double>());
        Assert.Equal(optimizers[0].Iterations, optimizers[1].Iterations);
    }

    [Fact]
    public void A_loss_that_fails_changes_nothing_and_one_gradient_is_not_enough()
    {
        var (optimizer, x, calls) = (new LBfgs(), new Variable(Tensor.Of(2.0), "x"), 0);
        Assert.Throws<InvalidOperationException>(() => optimizer.Minimize(() => ++calls == 2 ? throw new InvalidOperationException() : x.Value.Square().Sum(), [x]));
        Near.Equal([2], x.Value, 0);
        Assert.Equal((0, 0), (optimizer.Iterations, optimizer.Evaluations));
        Assert.Throws<InvalidOperationException>(() => optimizer.Apply([x], [Tensor.Of(1.0)]));
        Assert.IsType<LBfgs>(Optimizer.FromName("lbfgs(history_size=5)"));
    }
}
