using Thalweg.Lab.Api;
using Thalweg.Optimizers;

namespace Thalweg.Lab.Tests.Api;

public class CatalogApiTests
{
    [Fact]
    public async Task Everything_that_can_be_chosen_is_there()
    {
        await using var lab = await TestLab.StartAsync();
        var catalog = await lab.GetAsync("/api/catalog");
        Assert.Equal("0.1.0", (string)catalog["version"]!);
        var first = catalog["objectives"]![0]!;
        Assert.Equal("logistic_regression", (string)first["name"]!);
        Assert.Equal(20, (int)first["samples"]!);
        Assert.Equal(2, first["start"]!.AsArray().Count);
        Assert.True((double)first["window"]!["x"]![0]! < (double)first["window"]!["x"]![1]!);
        foreach (string kind in new[] { "optimizers", "activations", "initializers", "schedules", "losses", "metrics" })
            Assert.All(catalog[kind]!.AsArray(), entry => Assert.NotEmpty((string)entry!["summary"]!));
        string[] sets = [.. catalog["datasets"]!.AsArray().Select(set => (string)set!["name"]!)];
        Assert.Equal(["iris", "wine", "breast_cancer", "digits", "penguins"], sets);
        Assert.Equal("classification", (string)catalog["datasets"]![4]!["task"]!);
    }

    [Theory]
    [InlineData("sgd", "learning_rate 0.01, momentum 0, dampening 0")]
    [InlineData("adam", "learning_rate 0.001, beta_1 0.9, beta_2 0.999, epsilon 1E-07")]
    [InlineData("lookahead", "")]
    public void An_optimiser_says_its_settings(string name, string expected) =>
        Assert.Equal(expected, string.Join(", ", CatalogApi.SettingsOf(name).Select(setting => FormattableString.Invariant($"{setting.Name} {setting.Default}"))));

    [Fact]
    public void A_slider_reaches_the_default()
    {
        foreach (var line in Optimizer.Known)
            Assert.All(CatalogApi.SettingsOf(line.Name), setting => Assert.InRange(setting.Default, setting.Min, setting.Max));
    }

    [Fact]
    public void Names_are_written_as_in_texts() => Assert.Equal(["beta_1", "initial_accumulator_value", "epsilon"], new[] { "Beta1", "InitialAccumulatorValue", "Epsilon" }.Select(CatalogApi.Snake));
}
