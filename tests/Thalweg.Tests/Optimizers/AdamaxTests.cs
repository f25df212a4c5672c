using Thalweg.Optimizers;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Optimizers;

public class AdamaxTests : OptimizerContract
{
    protected override string? ClassName => "Adamax";

    protected override Optimizer Brisk => new Adamax(0.05);

    protected override IEnumerable<(string Case, Optimizer Optimizer, double Tolerance)> Torch =>
    [
        ("adamax", new Adamax(0.01) { Epsilon = 1e-8 }, 1e-7),
    ];
}
