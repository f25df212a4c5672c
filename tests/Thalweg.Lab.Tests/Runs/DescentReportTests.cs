using System.Text.Json;
using Thalweg.Lab.Descents;
using Thalweg.Lab.Http;
using Thalweg.Lab.Runs;

namespace Thalweg.Lab.Tests.Runs;

public class DescentReportTests
{
    static RunRecord Of(Race race) =>
        new(1, "descent", "<b>race</b>", DateTime.UtcNow, RunState.Done, JsonSerializer.SerializeToElement(race.Settings, LabJson.Options), [], new Dictionary<string, double>(), null);

    [Fact]
    public void It_shows_who_raced_where_they_came_and_what_changed()
    {
        var race = new Race(new RaceSettings { Objective = "logistic_regression", Steps = 1500, Racers = [new("sgd(0.1)", 4), new("adam(0.05)")], Changes = [new(7, 1, "adam(0.01)")] });
        var curves = new RaceCurves(race);
        while (!race.IsOver)
            race.Step();
        string html = DescentReport.Of(Of(race), curves.Curves);
        Assert.Contains("&lt;b&gt;race&lt;/b&gt;", html, StringComparison.Ordinal);
        foreach (string part in new[] { "sgd(0.1)", "adam(0.05)", "adam(0.01)", "1500 steps", "Changes", "data:image/svg" })
            Assert.Contains(part, html, StringComparison.Ordinal);
        Assert.Equal(2, html.Split("<script", StringSplitOptions.None).Length);         // the page's own, whatever names say
    }

    [Fact]
    public void One_that_is_not_done_says_so() =>
        Assert.Contains("nothing to show", DescentReport.Of(Of(new Race(new RaceSettings { Objective = "saddle", Racers = [new("sgd")] })), new Dictionary<string, double[]>()), StringComparison.Ordinal);
}
