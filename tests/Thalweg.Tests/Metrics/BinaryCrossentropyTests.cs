using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Metrics;

public class BinaryCrossentropyTests : MetricContract
{
    protected override string ClassName => "BinaryCrossentropy";
}
