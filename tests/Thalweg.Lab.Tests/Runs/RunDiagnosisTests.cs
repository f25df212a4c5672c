using Thalweg.Lab.Runs;

namespace Thalweg.Lab.Tests.Runs;

[Collection(nameof(RandomSeed))]
public class RunDiagnosisTests
{
    [Fact]
    public async Task Raw_inputs_are_found_and_the_change_that_helps_is_named()
    {
        await using var lab = await TestLab.StartAsync();
        var settings = new { dataset = "wine", layers = "8", standardize = false, epochs = 10, seed = 1 };
        var diagnosis = await lab.PostAsync("/api/diagnose", settings);
        Assert.False((bool)diagnosis["healthy"]!);
        var finding = diagnosis["findings"]!.AsArray().First(one => (string)one!["name"]! == "inputs not scaled")!;
        Assert.True((bool)finding["changes"]!["standardize"]!);
        Assert.True((bool)finding["effect"]!["improved"]!);
        Assert.NotEmpty(finding["evidence"]!.AsArray());
        Assert.Contains((string)finding["severity"]!, new[] { "note", "warning", "error" });
        long id = await lab.TrainedAsync(settings);
        Assert.Equal(diagnosis["findings"]!.ToJsonString(), (await lab.PostAsync($"/api/runs/{id}/diagnose", new { }))["findings"]!.ToJsonString());
    }

    [Fact]
    public void Remedies_become_settings_of_a_run()
    {
        var changes = RunDiagnosis.Changes(new Dictionary<string, string>
        {
            ["standardize"] = "true",
            ["learning-rate"] = "0.025",
            ["activation"] = "relu",
            ["class-weight"] = "balanced",
            ["output-activation"] = "softmax",
        });
        Assert.Equal(["standardize", "learningRate", "activation", "classWeight"], changes.Keys);
        Assert.Equal((true, 0.025), (changes["standardize"], changes["learningRate"]));
    }
}
