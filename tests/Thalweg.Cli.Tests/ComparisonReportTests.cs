using Spectre.Console.Testing;
using Thalweg.Callbacks;

namespace Thalweg.Cli.Tests;

[Collection(nameof(RandomSeed))]
public class ComparisonReportTests
{
    static readonly TrainSettings Settings = new() { Data = TestCommand.Data("iris.csv"), Target = "target", Epochs = 1, Layers = [4] };

    [Fact]
    public void One_row_per_variant_with_the_spread_over_its_repetitions()
    {
        using var console = new TestConsole();
        console.Profile.Width = 160;
        var table = TableFile.Read(Settings.Data);
        ComparedTraining[] trainings = [.. Enumerable.Range(0, 2).Select(repeat => ComparedTraining.Prepare(table, "[a]", Settings, repeat))];
        foreach (var training in trainings)
            training.Fit(new LambdaCallback(), CancellationToken.None);
        ComparisonReport.Before(console, trainings[0].Data, variants: 1, times: 2);
        ComparisonReport.After(console, trainings);
        Assert.Contains("variants: 1, 2 times each", console.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("inputs: ", console.Output, StringComparison.Ordinal);
        Assert.Single(console.Lines, line => line.Contains("[a]", StringComparison.Ordinal));
        Assert.Contains("±", console.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_finished_is_said()
    {
        using var console = new TestConsole();
        ComparisonReport.After(console, []);
        Assert.Contains("nothing to compare", console.Output, StringComparison.Ordinal);
    }
}
