using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Metrics;

public class TruePositivesTests : MetricContract
{
    protected override string ClassName => "TruePositives";
}
