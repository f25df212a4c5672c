using Thalweg.Optimizers;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Optimizers;

public class AdamWTests : OptimizerContract
{
    protected override string? ClassName => "AdamW";

    protected override Optimizer Brisk => new AdamW(0.05);
}
