using Thalweg.Metrics;
using Thalweg.Tests.Contracts;
using Thalweg.Tests.Reference;

namespace Thalweg.Tests.Metrics;

public class CategoricalAccuracyTests : MetricContract
{
    protected override string ClassName => "CategoricalAccuracy";

    protected override Metric From(ReferenceNode args) => new CategoricalAccuracy();
}
