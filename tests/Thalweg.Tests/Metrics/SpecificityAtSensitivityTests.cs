using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Metrics;

public class SpecificityAtSensitivityTests : MetricContract
{
    protected override string ClassName => "SpecificityAtSensitivity";
}
