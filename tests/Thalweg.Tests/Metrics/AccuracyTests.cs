using Thalweg.Metrics;
using Thalweg.Tests.Contracts;
using Thalweg.Tests.Reference;

namespace Thalweg.Tests.Metrics;

public class AccuracyTests : MetricContract
{
    protected override string ClassName => "Accuracy";

    protected override Metric From(ReferenceNode args) => new Accuracy();
}
