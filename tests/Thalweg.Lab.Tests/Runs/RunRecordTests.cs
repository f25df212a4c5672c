using System.Text.Json;
using Thalweg.Lab.Descents;
using Thalweg.Lab.Http;
using Thalweg.Lab.Runs;

namespace Thalweg.Lab.Tests.Runs;

public class RunRecordTests
{
    static RunRecord Of(string kind, RunState state, object settings) =>
        new(3, kind, "a", DateTime.UtcNow, state, JsonSerializer.SerializeToElement(settings, LabJson.Options), [], new Dictionary<string, double>(), null);

    [Fact]
    public void Settings_are_read_as_those_of_its_kind()
    {
        Assert.Equal("wine", Of("train", RunState.Done, new RunSettings { Dataset = "wine" }).Training.Dataset);
        var descent = Of("descent", RunState.Done, new RaceSettings { Objective = "saddle", Changes = [new(1, 0, Noise: 0.5)] });
        Assert.Equal(("saddle", new RaceChange(1, 0, Noise: 0.5)), (descent.Race.Objective, descent.Race.Changes![0]));
        Assert.Contains("Run 3 is a descent", Assert.Throws<Refusal>(() => descent.Training).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Stopped", true)]
    [InlineData("Interrupted", true)]
    [InlineData("Done", false)]
    [InlineData("Running", false)]
    [InlineData("Failed", false)]
    public void What_stands_still_can_be_resumed(string state, bool expected)
    {
        var run = Of("train", Enum.Parse<RunState>(state), new RunSettings());
        if (expected)
            run.RequireStandingStill();
        else
            Assert.Equal(409, Assert.Throws<Refusal>(run.RequireStandingStill).Status);
    }
}
