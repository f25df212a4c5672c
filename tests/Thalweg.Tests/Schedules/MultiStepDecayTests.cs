using Thalweg.Schedules;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Schedules;

public class MultiStepDecayTests : ScheduleContract
{
    protected override IEnumerable<(string Case, Schedule Schedule)> Torch => [("multi_step", new MultiStepDecay(0.1, [10, 25, 40], 0.3))];
}
