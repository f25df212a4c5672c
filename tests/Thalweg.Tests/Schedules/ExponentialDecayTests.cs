using Thalweg.Schedules;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Schedules;

public class ExponentialDecayTests : ScheduleContract
{
    protected override string? ClassName => "ExponentialDecay";

    protected override IEnumerable<(string Case, Schedule Schedule)> Torch => [("exponential", new ExponentialDecay(0.1, 1, 0.95))];
}
