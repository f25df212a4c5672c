using Thalweg.Optimizers;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Optimizers;

public class SgdTests : OptimizerContract
{
    protected override string? ClassName => "SGD";

    protected override Optimizer Brisk => new Sgd(0.001, momentum: 0.9);
}
