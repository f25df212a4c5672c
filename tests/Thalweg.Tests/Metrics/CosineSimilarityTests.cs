using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Metrics;

public class CosineSimilarityTests : MetricContract
{
    protected override string ClassName => "CosineSimilarity";
}
