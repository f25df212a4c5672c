using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Metrics;

public class CategoricalCrossentropyTests : MetricContract
{
    protected override string ClassName => "CategoricalCrossentropy";
}
