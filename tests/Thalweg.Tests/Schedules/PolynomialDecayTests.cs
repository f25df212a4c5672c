using Thalweg.Schedules;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Schedules;

public class PolynomialDecayTests : ScheduleContract
{
    protected override string? ClassName => "PolynomialDecay";

    protected override IEnumerable<(string Case, Schedule Schedule)> Torch => [("polynomial", new PolynomialDecay(0.1, 30, 0, 2))];
}
