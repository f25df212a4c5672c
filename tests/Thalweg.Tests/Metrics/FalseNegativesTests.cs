using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Metrics;

public class FalseNegativesTests : MetricContract
{
    protected override string ClassName => "FalseNegatives";
}
