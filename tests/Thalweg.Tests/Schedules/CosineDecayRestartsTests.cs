using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Schedules;

public class CosineDecayRestartsTests : ScheduleContract
{
    protected override string? ClassName => "CosineDecayRestarts";
}
