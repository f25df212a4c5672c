using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Metrics;

public class R2ScoreTests : MetricContract
{
    protected override string ClassName => "R2Score";
}
