using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Metrics;

public class SquaredHingeTests : MetricContract
{
    protected override string ClassName => "SquaredHinge";
}
