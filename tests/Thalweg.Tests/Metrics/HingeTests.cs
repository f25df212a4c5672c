using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Metrics;

public class HingeTests : MetricContract
{
    protected override string ClassName => "Hinge";
}
