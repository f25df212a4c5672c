using Thalweg.Optimizers;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Optimizers;

public class NadamTests : OptimizerContract
{
    protected override string? ClassName => "Nadam";

    protected override Optimizer Brisk => new Nadam(0.05);

    protected override string? StateName(string recorded) => recorded.Contains('/', StringComparison.Ordinal) ? base.StateName(recorded) : "u_product";

    protected override IEnumerable<(string Case, Optimizer Optimizer, double Tolerance)> Torch =>
    [
        ("nadam", new Nadam(0.01) { Epsilon = 1e-8, MomentumDecay = 0.004, AsPyTorch = true }, 1e-12),
        ("nadam_decay", new Nadam(0.01) { Epsilon = 1e-8, MomentumDecay = 0.01, AsPyTorch = true }, 1e-12),
    ];
}
