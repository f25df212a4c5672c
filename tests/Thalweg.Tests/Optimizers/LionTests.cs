using Thalweg.Optimizers;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Optimizers;

public class LionTests : OptimizerContract
{
    protected override string? ClassName => "Lion";

    protected override Optimizer Brisk => new Lion("exponential_decay(0.05, 200, 0.5)");
}
