using System.Text.Json;

namespace Thalweg.Cli.Tests;

public sealed class ResultJsonTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("thalweg-").FullName;

    string Target => Path.Combine(folder, "result.json");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    static TrainResult Result(double loss) => new(
        new TrainSettings { Data = "data/iris.csv", Target = "espèce", LearningRate = 0.001 },
        new Dictionary<string, IReadOnlyList<double>> { ["loss"] = [1, loss], ["val_loss"] = [2, loss] },
        new Dictionary<string, double> { ["loss"] = loss, ["val_loss"] = loss },
        Seconds: 1.5);

    [Fact]
    public void A_training_has_settings_history_final_and_seconds()
    {
        ResultJson.Write(Target, Result(0.25));
        using var json = JsonDocument.Parse(File.ReadAllText(Target));
        Assert.Equal(["settings", "history", "final", "seconds", "interrupted"], json.RootElement.EnumerateObject().Select(member => member.Name));
        Assert.Equal(0.001, json.RootElement.GetProperty("settings").GetProperty("learning_rate").GetDouble());
        Assert.Equal(32, json.RootElement.GetProperty("settings").GetProperty("batch_size").GetInt32());
        Assert.Equal(0.25, json.RootElement.GetProperty("history").GetProperty("loss")[1].GetDouble());
        Assert.Equal(0.25, json.RootElement.GetProperty("final").GetProperty("val_loss").GetDouble());
        Assert.Equal(1.5, json.RootElement.GetProperty("seconds").GetDouble());
    }

    [Fact]
    public void Names_stay_readable() => Assert.Contains("espèce", Written(0.25), StringComparison.Ordinal);

    [Fact]
    public void A_diverged_loss_is_a_string() => Assert.Contains("\"NaN\"", Written(double.NaN), StringComparison.Ordinal);

    [Fact]
    public void A_comparison_is_a_list_of_trainings()
    {
        ResultJson.Write(Target, new Comparison([Result(0.25) with { Variant = "seed=1" }, Result(0.5)]));
        using var json = JsonDocument.Parse(File.ReadAllText(Target));
        var variants = json.RootElement.GetProperty("variants");
        Assert.Equal(2, variants.GetArrayLength());
        Assert.Equal("seed=1", variants[0].GetProperty("variant").GetString());
        Assert.False(variants[1].TryGetProperty("variant", out _));
    }

    string Written(double loss)
    {
        ResultJson.Write(Target, Result(loss));
        return File.ReadAllText(Target);
    }
}
