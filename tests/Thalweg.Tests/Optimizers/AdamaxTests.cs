using Thalweg.Optimizers;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Optimizers;

public class AdamaxTests : OptimizerContract
{
    protected override string? ClassName => "Adamax";

    protected override Optimizer Brisk => new Adamax(0.05);
}
