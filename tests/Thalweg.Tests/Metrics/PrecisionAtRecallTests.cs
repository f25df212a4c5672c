using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Metrics;

public class PrecisionAtRecallTests : MetricContract
{
    protected override string ClassName => "PrecisionAtRecall";
}
