using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Metrics;

public class MeanAbsolutePercentageErrorTests : MetricContract
{
    protected override string ClassName => "MeanAbsolutePercentageError";
}
