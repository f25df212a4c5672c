using Thalweg.Optimizers;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Optimizers;

public class AsgdTests : OptimizerContract
{
    protected override Optimizer Brisk => new Asgd(0.0015);

    protected override Optimizer OnParabola => new Asgd(0.1);

    [Fact]
    public void The_mean_takes_the_weights_place_at_the_end()
    {
        var (optimizer, w) = (new Asgd(0.5) { Lambda = 0, T0 = 0 }, new Variable(Tensor.Of(0.0), "w"));
        for (var i = 0; i < 3; i++)
        {
            optimizer.Apply([w], [Tensor.Of(-2.0)]);
        }
        // Weights 1, 2, 3; means 1, 2, then 2 + (3 − 2) / 2.
        Near.Equal([3], w.Value, 1e-15);
        optimizer.Finish([w]);
        Near.Equal([2.5], w.Value, 1e-15);
    }

    protected override IEnumerable<(string Case, Optimizer Optimizer, double Tolerance)> Torch =>
    [
        ("asgd", new Asgd(0.05) { Lambda = 0.01, T0 = 3 }, 1e-12),
    ];
}
