using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Metrics;

public class ConcordanceCorrelationTests : MetricContract
{
    protected override string ClassName => "ConcordanceCorrelation";
}
