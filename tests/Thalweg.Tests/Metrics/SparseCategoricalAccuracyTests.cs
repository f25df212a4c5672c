using Thalweg.Metrics;
using Thalweg.Tests.Contracts;
using Thalweg.Tests.Reference;

namespace Thalweg.Tests.Metrics;

public class SparseCategoricalAccuracyTests : MetricContract
{
    protected override string ClassName => "SparseCategoricalAccuracy";

    protected override Metric From(ReferenceNode args) => new SparseCategoricalAccuracy();
}
