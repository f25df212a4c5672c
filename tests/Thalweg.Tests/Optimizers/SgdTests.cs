using Thalweg.Optimizers;
using Thalweg.Optimizers.Transformations;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Optimizers;

public class SgdTests : OptimizerContract
{
    protected override string? ClassName => "SGD";

    protected override Optimizer Brisk => new Sgd(0.001, momentum: 0.9);

    protected override IEnumerable<(string Case, Optimizer Optimizer, double Tolerance)> Torch =>
    [
        ("sgd", new Sgd(0.1), 1e-12),
        ("sgd_momentum", new Sgd(0.1, 0.9), 1e-12),
        ("sgd_nesterov", new Sgd(0.1, 0.9, true), 1e-12),
        ("sgd_dampening_decay", new Sgd(0.1, 0.9) { Dampening = 0.3, Transformations = [new L2Decay(0.01)] }, 1e-12),
    ];
}
