using Thalweg.Schedules;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Schedules;

public class CosineAnnealingTests : ScheduleContract
{
    protected override IEnumerable<(string Case, Schedule Schedule)> Torch => [("cosine_annealing", new CosineAnnealing(0.1, 30, 0.001))];
}
