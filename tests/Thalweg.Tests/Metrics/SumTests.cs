using Thalweg.Metrics;
using Thalweg.Tests.Contracts;
using Thalweg.Tests.Reference;

namespace Thalweg.Tests.Metrics;

public class SumTests : MetricContract
{
    protected override string ClassName => "Sum";

    protected override void Take(Metric metric, ReferenceNode batch, Tensor? weight) => ((Sum)metric).Update(batch["values"].Array.ToTensor(), weight);
}
