using Thalweg.Optimizers;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Optimizers;

public class AdadeltaTests : OptimizerContract
{
    protected override string? ClassName => "Adadelta";

    protected override Optimizer Brisk => new Adadelta(1);
}
