using Spectre.Console.Testing;
using Thalweg.Callbacks;

namespace Thalweg.Cli.Tests;

[Collection(nameof(RandomSeed))]
public class RunReportTests
{
    static string Report(TrainSettings settings, CancellationToken cancellation = default)
    {
        using var console = new TestConsole();
        console.Profile.Width = 160;
        var data = TrainingData.Prepare(TableFile.Read(settings.Data), settings);
        var run = TrainingRun.Prepare(data, settings);
        RunReport.Before(console, data, run);
        RunReport.After(console, data, run, run.Fit(new LambdaCallback(), cancellation));
        return console.Output;
    }

    static TrainSettings Iris => new() { Data = TestCommand.Data("iris.csv"), Target = "target", Epochs = 2, Layers = [4] };

    [Fact]
    public void Says_what_was_inferred_the_network_and_how_it_ended()
    {
        string report = Report(Iris);
        Assert.Contains("target 'target': classification", report, StringComparison.Ordinal);
        Assert.Contains("dense (Dense)", report, StringComparison.Ordinal);
        Assert.Contains("Trained for 2 epochs", report, StringComparison.Ordinal);
        Assert.Contains("on 150 training rows", report, StringComparison.Ordinal);
    }

    [Fact]
    public void A_diverged_loss_comes_with_advice() =>
        Assert.Contains("Lower --learning-rate", Report(new TrainSettings { Data = TestCommand.Data("diabetes.csv"), Target = "target", Epochs = 3, Optimizer = "sgd", LearningRate = 1e9 }), StringComparison.Ordinal);

    [Fact]
    public void Stopped_at_once_there_is_nothing_to_report() =>
        Assert.Contains("nothing to report", Report(Iris, new CancellationToken(canceled: true)), StringComparison.Ordinal);
}
