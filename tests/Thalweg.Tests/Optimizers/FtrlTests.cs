using Thalweg.Optimizers;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Optimizers;

public class FtrlTests : OptimizerContract
{
    protected override string? ClassName => "Ftrl";

    protected override Optimizer Brisk => new Ftrl(0.5);
}
