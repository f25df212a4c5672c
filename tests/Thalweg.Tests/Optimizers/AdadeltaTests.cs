using Thalweg.Optimizers;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Optimizers;

public class AdadeltaTests : OptimizerContract
{
    protected override string? ClassName => "Adadelta";

    protected override Optimizer Brisk => new Adadelta(1);

    protected override Optimizer OnParabola => new Adadelta("exponential_decay(3, 100, 0.5)") { Epsilon = 1e-3 };

    protected override IEnumerable<(string Case, Optimizer Optimizer, double Tolerance)> Torch =>
    [
        ("adadelta", new Adadelta(1) { Rho = 0.9, Epsilon = 1e-6 }, 1e-12),
    ];
}
