using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Metrics;

public class BinaryIoUTests : MetricContract
{
    protected override string ClassName => "BinaryIoU";
}
