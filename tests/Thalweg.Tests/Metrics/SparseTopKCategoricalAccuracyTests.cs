using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Metrics;

public class SparseTopKCategoricalAccuracyTests : MetricContract
{
    protected override string ClassName => "SparseTopKCategoricalAccuracy";
}
