using Thalweg.Optimizers;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Optimizers;

public class RpropTests : OptimizerContract
{
    protected override Optimizer Brisk => new Rprop(0.01);

    protected override IEnumerable<(string Case, Optimizer Optimizer, double Tolerance)> Torch =>
    [
        ("rprop", new Rprop(0.01), 1e-12),
    ];
}
