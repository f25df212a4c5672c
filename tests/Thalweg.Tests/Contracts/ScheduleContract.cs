using Thalweg.Schedules;
using Thalweg.Tests.Reference;

namespace Thalweg.Tests.Contracts;

/// <summary>What every schedule keeps: the values that Keras and PyTorch recorded, and a name that finds it with its settings.</summary>
public abstract class ScheduleContract
{
    /// <summary>Its class in Keras; null where Keras has none.</summary>
    protected virtual string? ClassName => null;

    /// <summary>Recorded schedules of PyTorch that it repeats.</summary>
    protected virtual IEnumerable<(string Case, Schedule Schedule)> Torch => [];

    [Fact]
    public void Values_are_those_recorded()
    {
        var compared = 0;
        foreach (var node in ReferenceFile.Load("schedules")["cases"].Items.Where(node => node["class_name"].Text == ClassName))
        {
            var schedule = Schedule.FromName(SettingsText.Of(ClassName!, node["args"]));
            Compare(node["values"].Array.Data, schedule, 1e-6);
            compared++;
        }
        foreach (var (name, schedule) in Torch)
        {
            Compare(ReferenceFile.Load("optim")["schedules"]["values"][name].Array.Data, schedule, 1e-12);
            compared++;
        }
        Assert.True(compared > 0);
    }

    static void Compare(double[] expected, Schedule schedule, double tolerance)
    {
        for (var step = 0; step < expected.Length; step++)
        {
            // Relative to the rate itself: rates are small numbers.
            var actual = schedule.At(step);
            Assert.True(Math.Abs(actual - expected[step]) <= tolerance * Math.Max(0.1, expected[step]), FormattableString.Invariant($"{schedule}, step {step}: {actual}, expected {expected[step]}"));
        }
    }
}
