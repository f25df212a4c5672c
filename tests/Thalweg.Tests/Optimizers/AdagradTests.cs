using Thalweg.Optimizers;
using Thalweg.Schedules;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Optimizers;

public class AdagradTests : OptimizerContract
{
    protected override string? ClassName => "Adagrad";

    protected override Optimizer Brisk => new Adagrad(0.5);

    protected override IEnumerable<(string Case, Optimizer Optimizer, double Tolerance)> Torch =>
    [
        ("adagrad", new Adagrad(Schedule.From(step => 0.1 / (1 + 0.01 * step))) { InitialAccumulatorValue = 0, Epsilon = 1e-20 }, 1e-8),
    ];
}
