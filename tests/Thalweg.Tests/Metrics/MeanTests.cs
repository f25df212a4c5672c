using Thalweg.Metrics;
using Thalweg.Tests.Contracts;
using Thalweg.Tests.Reference;

namespace Thalweg.Tests.Metrics;

public class MeanTests : MetricContract
{
    protected override string ClassName => "Mean";

    protected override Metric From(ReferenceNode args) => new Mean();

    protected override void Take(Metric metric, ReferenceNode batch, Tensor? weight) => ((Mean)metric).Update(batch["values"].Array.ToTensor(), weight);
}
