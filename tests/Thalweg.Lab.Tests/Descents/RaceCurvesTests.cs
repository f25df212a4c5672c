using Thalweg.Lab.Descents;

namespace Thalweg.Lab.Tests.Descents;

public class RaceCurvesTests
{
    static RaceCurves Of(params Racer[] racers)
    {
        var race = new Race(new RaceSettings { Objective = "quadratic", Steps = 60, Racers = racers });
        var curves = new RaceCurves(race);
        while (!race.IsOver)
            race.Step();
        return curves;
    }

    [Fact]
    public void Each_racer_has_its_curves_from_the_start_on()
    {
        var curves = Of(new Racer("sgd(0.1)"), new Racer("sgd(10)")).Curves;
        Assert.Equal(["loss/1", "gradient_norm/1", "x/1", "y/1", "loss/2", "gradient_norm/2", "x/2", "y/2"], curves.Keys);
        Assert.Equal((-2.0, 1.0, 7.0), (curves["x/1"][0], curves["y/1"][0], curves["loss/1"][0]));
        Assert.True(double.IsNaN(curves["gradient_norm/1"][0]));
        Assert.Equal(-2 * 0.9, curves["x/1"][1], 1e-12);
        Assert.Equal(61, curves["loss/1"].Length);
        Assert.InRange(curves["loss/2"].Length, 2, 60);
    }

    [Fact]
    public void The_summary_is_of_the_lowest_that_did_not_diverge()
    {
        var summary = Of(new Racer("sgd(0.01)"), new Racer("sgd(0.1)"), new Racer("sgd(10)")).Summary;
        Assert.Equal((60.0, 2.0, 3.0, 1.0), (summary["steps"], summary["racer"], summary["racers"], summary["diverged"]));
        Assert.Equal(0.5 * 4 * Math.Pow(0.9, 120), summary["loss"], 1e-12);
        Assert.True(double.IsNaN(Of(new Racer("sgd(10)")).Summary["loss"]));
    }
}
