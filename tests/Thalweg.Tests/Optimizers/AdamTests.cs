using Thalweg.Optimizers;
using Thalweg.Optimizers.Transformations;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Optimizers;

public class AdamTests : OptimizerContract
{
    protected override string? ClassName => "Adam";

    protected override Optimizer Brisk => new Adam(0.05) { AmsGrad = true };

    protected override IEnumerable<(string Case, Optimizer Optimizer, double Tolerance)> Torch =>
    [
        // PyTorch has ε outside the correction: it differs in its size.
        ("adam", new Adam(0.01) { Epsilon = 1e-8 }, 1e-6),
        ("adam_amsgrad", new Adam(0.01) { Epsilon = 1e-8, AmsGrad = true }, 1e-6),
        ("adam_l2", new Adam(0.01) { Epsilon = 1e-8, Transformations = [new L2Decay(0.1)] }, 1e-6),
    ];
}
