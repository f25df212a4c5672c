using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Metrics;

public class RootMeanSquaredErrorTests : MetricContract
{
    protected override string ClassName => "RootMeanSquaredError";
}
