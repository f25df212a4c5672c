using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Metrics;

public class OneHotMeanIoUTests : MetricContract
{
    protected override string ClassName => "OneHotMeanIoU";
}
