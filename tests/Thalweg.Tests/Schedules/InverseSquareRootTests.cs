using Thalweg.Schedules;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Schedules;

public class InverseSquareRootTests
{
    [Fact]
    public void Rises_to_its_peak_and_falls_with_the_root()
    {
        var schedule = new InverseSquareRoot(0.5, 4);
        Near.Equal([0.125, 0.25, 0.375, 0.5], [.. Enumerable.Range(0, 4).Select(step => schedule.At(step))], 1e-15);
        Near.Equal(0.25, schedule.At(15), 1e-15);
    }
}
