using Thalweg.Optimizers;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Optimizers;

public class RmsPropTests : OptimizerContract
{
    protected override string? ClassName => "RMSprop";

    protected override Optimizer Brisk => new RmsProp(0.01) { Centered = true, Momentum = 0.5 };
}
