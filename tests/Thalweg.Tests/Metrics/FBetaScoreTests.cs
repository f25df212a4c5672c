using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Metrics;

public class FBetaScoreTests : MetricContract
{
    protected override string ClassName => "FBetaScore";
}
