using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Metrics;

public class CategoricalHingeTests : MetricContract
{
    protected override string ClassName => "CategoricalHinge";
}
