using Thalweg.Callbacks;

namespace Thalweg.Cli.Tests;

[Collection(nameof(RandomSeed))]
public class ComparedTrainingTests
{
    static readonly TrainSettings Settings = new() { Data = TestCommand.Data("iris.csv"), Target = "target", Epochs = 1, Seed = 10 };

    [Fact]
    public void A_repetition_has_its_own_seed_and_label()
    {
        var training = ComparedTraining.Prepare(TableFile.Read(Settings.Data), "layers=8", Settings, repeat: 2);
        Assert.Equal("layers=8 (3)", training.Label);
        Assert.Equal(12, training.Run.Settings.Seed);
    }

    [Fact]
    public void The_result_says_which_variant_it_is()
    {
        var training = ComparedTraining.Prepare(TableFile.Read(Settings.Data), "layers=8", Settings, repeat: null);
        Assert.Null(training.Result);
        training.Fit(new LambdaCallback(), CancellationToken.None);
        Assert.Equal(("layers=8", null, "layers=8"), (training.Result!.Variant, training.Result.Repeat, training.Label));
    }
}
