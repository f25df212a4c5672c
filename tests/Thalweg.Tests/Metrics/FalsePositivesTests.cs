using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Metrics;

public class FalsePositivesTests : MetricContract
{
    protected override string ClassName => "FalsePositives";
}
