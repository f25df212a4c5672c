using Thalweg.Optimizers;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Optimizers;

public class RAdamTests : OptimizerContract
{
    protected override Optimizer Brisk => new RAdam("linear_warmup(0.02, 100)");

    protected override Optimizer OnParabola => new RAdam(0.05);

    protected override IEnumerable<(string Case, Optimizer Optimizer, double Tolerance)> Torch =>
    [
        ("radam", new RAdam(0.01), 1e-12),
    ];
}
