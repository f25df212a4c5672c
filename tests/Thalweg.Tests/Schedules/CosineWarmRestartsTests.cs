using Thalweg.Schedules;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Schedules;

public class CosineWarmRestartsTests : ScheduleContract
{
    protected override IEnumerable<(string Case, Schedule Schedule)> Torch => [("cosine_warm_restarts", new CosineWarmRestarts(0.1, 10, 2, 0.001))];
}
