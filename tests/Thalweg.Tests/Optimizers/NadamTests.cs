using Thalweg.Optimizers;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Optimizers;

public class NadamTests : OptimizerContract
{
    protected override string? ClassName => "Nadam";

    protected override Optimizer Brisk => new Nadam(0.05);

    protected override string? StateName(string recorded) => recorded.Contains('/', StringComparison.Ordinal) ? base.StateName(recorded) : "u_product";
}
