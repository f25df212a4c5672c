using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Metrics;

public class F1ScoreTests : MetricContract
{
    protected override string ClassName => "F1Score";
}
