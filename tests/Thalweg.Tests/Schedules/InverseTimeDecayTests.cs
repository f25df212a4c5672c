using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Schedules;

public class InverseTimeDecayTests : ScheduleContract
{
    protected override string? ClassName => "InverseTimeDecay";
}
