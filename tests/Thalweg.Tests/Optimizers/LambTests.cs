using Thalweg.Optimizers;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Optimizers;

public class LambTests : OptimizerContract
{
    protected override string? ClassName => "Lamb";

    protected override Optimizer Brisk => new Lamb("exponential_decay(0.05, 200, 0.5)");
}
