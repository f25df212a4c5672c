using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Metrics;

public class RecallTests : MetricContract
{
    protected override string ClassName => "Recall";
}
