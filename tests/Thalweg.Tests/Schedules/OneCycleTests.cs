using Thalweg.Schedules;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Schedules;

public class OneCycleTests : ScheduleContract
{
    protected override IEnumerable<(string Case, Schedule Schedule)> Torch => [("one_cycle_cos", new OneCycle(1, 61)), ("one_cycle_linear_three", new OneCycle(1, 61, Cosine: false, ThreePhase: true))];
}
