using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Metrics;

public class TopKCategoricalAccuracyTests : MetricContract
{
    protected override string ClassName => "TopKCategoricalAccuracy";
}
