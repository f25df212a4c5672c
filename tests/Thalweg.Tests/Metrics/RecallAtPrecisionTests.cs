using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Metrics;

public class RecallAtPrecisionTests : MetricContract
{
    protected override string ClassName => "RecallAtPrecision";
}
