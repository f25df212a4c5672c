using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Metrics;

public class PearsonCorrelationTests : MetricContract
{
    protected override string ClassName => "PearsonCorrelation";
}
