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
        Assert.True((bool)finding["measured"]!["improved"]!);
        Assert.Contains(" → ", (string)finding["effect"]!, StringComparison.Ordinal);
        Assert.NotEmpty(finding["measurements"]!.AsArray());
        Assert.Contains("condition number", (string)finding["evidence"]!, StringComparison.Ordinal);
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
        }, new RunSettings { Optimizer = "rmsprop" });
        Assert.Equal(["standardize", "optimizer", "schedule", "learningRate", "activation", "classWeight"], changes.Keys);
        Assert.Equal((true, "rmsprop(learning_rate=0.025)", ""), (changes["standardize"], changes["optimizer"], changes["schedule"]));
        Assert.Equal(double.NaN, changes["learningRate"]);
    }

    [Theory]
    [InlineData("sgd", "sgd(learning_rate=0.5)")]
    [InlineData("sgd(0.1, momentum=0.9)", "sgd(learning_rate=0.5, momentum=0.9)")]
    [InlineData("adam(beta_1=0.8, learning_rate=0.1)", "adam(learning_rate=0.5, beta_1=0.8)")]
    [InlineData("sgd(learning_rate='cosine_decay(0.1, 100)', nesterov=true)", "sgd(learning_rate=0.5, nesterov=true)")]
    [InlineData("sgd()", "sgd(learning_rate=0.5)")]
    public void A_rate_is_written_into_an_optimisers_text(string before, string after) => Assert.Equal(after, RunDiagnosis.WithRate(before, "0.5"));
}
