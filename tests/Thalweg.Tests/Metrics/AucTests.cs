using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Metrics;

public class AucTests : MetricContract
{
    protected override string ClassName => "AUC";
}
