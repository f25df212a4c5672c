using Thalweg.Optimizers;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Optimizers;

public class RmsPropTests : OptimizerContract
{
    protected override string? ClassName => "RMSprop";

    protected override Optimizer Brisk => new RmsProp(0.01) { Centered = true, Momentum = 0.5 };

    protected override IEnumerable<(string Case, Optimizer Optimizer, double Tolerance)> Torch =>
    [
        ("rmsprop", new RmsProp(0.01) { Rho = 0.99, Epsilon = 1e-16 }, 1e-7),
        ("rmsprop_centered_momentum", new RmsProp(0.01) { Rho = 0.99, Momentum = 0.9, Centered = true, Epsilon = 1e-16 }, 1e-6),
    ];
}
