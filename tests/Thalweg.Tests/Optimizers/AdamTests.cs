using Thalweg.Optimizers;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Optimizers;

public class AdamTests : OptimizerContract
{
    protected override string? ClassName => "Adam";

    protected override Optimizer Brisk => new Adam(0.05) { AmsGrad = true };
}
