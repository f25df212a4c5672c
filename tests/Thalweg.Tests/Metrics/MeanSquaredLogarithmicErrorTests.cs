using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Metrics;

public class MeanSquaredLogarithmicErrorTests : MetricContract
{
    protected override string ClassName => "MeanSquaredLogarithmicError";
}
