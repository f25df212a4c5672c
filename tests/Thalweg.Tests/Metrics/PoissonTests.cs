using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Metrics;

public class PoissonTests : MetricContract
{
    protected override string ClassName => "Poisson";
}
