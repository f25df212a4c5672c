using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Metrics;

public class PrecisionTests : MetricContract
{
    protected override string ClassName => "Precision";
}
