using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Metrics;

public class OneHotIoUTests : MetricContract
{
    protected override string ClassName => "OneHotIoU";
}
