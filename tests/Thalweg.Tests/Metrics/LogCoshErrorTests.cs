using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Metrics;

public class LogCoshErrorTests : MetricContract
{
    protected override string ClassName => "LogCoshError";
}
