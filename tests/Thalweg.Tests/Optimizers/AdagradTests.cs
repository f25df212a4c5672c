using Thalweg.Optimizers;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Optimizers;

public class AdagradTests : OptimizerContract
{
    protected override string? ClassName => "Adagrad";

    protected override Optimizer Brisk => new Adagrad(0.5);
}
