using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Metrics;

public class SensitivityAtSpecificityTests : MetricContract
{
    protected override string ClassName => "SensitivityAtSpecificity";
}
