using Thalweg.Schedules;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Schedules;

public class PiecewiseConstantDecayTests : ScheduleContract
{
    protected override string? ClassName => "PiecewiseConstantDecay";

    [Fact]
    public void Boundaries_and_values_must_fit() => Assert.Throws<ArgumentException>(() => new PiecewiseConstantDecay([10], [1]));
}
