using Thalweg.Optimizers;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Optimizers;

public class AdamWTests : OptimizerContract
{
    protected override string? ClassName => "AdamW";

    protected override Optimizer Brisk => new AdamW(0.05);

    protected override IEnumerable<(string Case, Optimizer Optimizer, double Tolerance)> Torch =>
    [
        ("adamw", new AdamW(0.01) { Epsilon = 1e-8, WeightDecay = 0.1 }, 1e-6),
    ];
}
