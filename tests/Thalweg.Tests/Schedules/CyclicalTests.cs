using Thalweg.Schedules;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Schedules;

public class CyclicalTests : ScheduleContract
{
    protected override IEnumerable<(string Case, Schedule Schedule)> Torch => [("cyclic_triangular", new Cyclical(0.01, 0.1, 10)), ("cyclic_triangular2", new Cyclical(0.01, 0.1, 10, Mode: CycleMode.Triangular2)), ("cyclic_exp_range", new Cyclical(0.01, 0.1, 10, Mode: CycleMode.ExpRange, Gamma: 0.97))];
}
