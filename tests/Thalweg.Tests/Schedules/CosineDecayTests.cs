using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Schedules;

public class CosineDecayTests : ScheduleContract
{
    protected override string? ClassName => "CosineDecay";
}
