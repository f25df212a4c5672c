using Thalweg.Metrics;
using Thalweg.Tests.Contracts;
using Thalweg.Tests.Reference;

namespace Thalweg.Tests.Metrics;

public class MeanSquaredErrorTests : MetricContract
{
    protected override string ClassName => "MeanSquaredError";

    protected override Metric From(ReferenceNode args) => new MeanSquaredError();
}
