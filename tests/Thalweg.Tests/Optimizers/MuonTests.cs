using Thalweg.Optimizers;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Optimizers;

public class MuonTests : OptimizerContract
{
    protected override string? ClassName => "Muon";

    protected override Optimizer Brisk => new Muon(0.02);
}
