using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Metrics;

public class SparseCategoricalCrossentropyTests : MetricContract
{
    protected override string ClassName => "SparseCategoricalCrossentropy";
}
