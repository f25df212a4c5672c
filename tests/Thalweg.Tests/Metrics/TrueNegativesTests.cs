using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Metrics;

public class TrueNegativesTests : MetricContract
{
    protected override string ClassName => "TrueNegatives";
}
