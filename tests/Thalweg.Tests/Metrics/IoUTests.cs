using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Metrics;

public class IoUTests : MetricContract
{
    protected override string ClassName => "IoU";
}
