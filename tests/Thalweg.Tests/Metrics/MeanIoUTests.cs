using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Metrics;

public class MeanIoUTests : MetricContract
{
    protected override string ClassName => "MeanIoU";
}
