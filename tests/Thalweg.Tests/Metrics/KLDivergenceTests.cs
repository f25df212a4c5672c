using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Metrics;

public class KLDivergenceTests : MetricContract
{
    protected override string ClassName => "KLDivergence";
}
