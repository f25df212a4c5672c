using Thalweg.Callbacks;
using Thalweg.Data;
using Thalweg.Lab.Trainings;

namespace Thalweg.Lab.Tests.Trainings;

[Collection(nameof(RandomSeed))]
public class TrainingRunTests
{
    static readonly TrainSettings Settings = new() { Data = TestData.Path("iris.csv"), Target = "target", Epochs = 2, Layers = [4] };
    static readonly Table Iris = Table.ReadCsv(Settings.Data);

    static TrainingRun Prepare(TrainSettings settings) => TrainingRun.Prepare(TrainingData.Prepare(Iris, settings), settings);

    [Fact]
    public void What_was_not_given_is_filled_in()
    {
        var settings = Prepare(Settings).Settings;
        Assert.Equal(("classification", "categorical_crossentropy"), (settings.Task, settings.Loss));
        Assert.Equal(["accuracy"], settings.Metrics!);
        Assert.Equal(0.001, settings.LearningRate!.Value, 1e-9);
        Assert.Equal(0.01, Prepare(Settings with { Optimizer = "sgd" }).Settings.LearningRate!.Value, 1e-9);
        Assert.Equal(0.5, Prepare(Settings with { LearningRate = 0.5 }).Settings.LearningRate!.Value, 1e-9);
    }

    [Fact]
    public void The_same_seed_begins_with_the_same_weights_whatever_else_differs()
    {
        float[] Kernel(TrainSettings settings) => Prepare(settings).Model.GetWeights()[0].ToArray<float>();
        Assert.Equal(Kernel(Settings), Kernel(Settings with { Standardize = false, Optimizer = "sgd", BatchSize = 8 }));
        Assert.NotEqual(Kernel(Settings), Kernel(Settings with { Seed = 1 }));
    }

    [Fact]
    public void Without_hidden_layers_the_model_is_linear() =>
        Assert.Single(Prepare(Settings with { Layers = [] }).Model.Layers);

    [Fact]
    public void Layers_that_do_not_fit_are_an_error_of_the_user() =>
        Assert.Throws<UserErrorException>(() => Prepare(Settings with { Activation = "glu" }).Fit(new LambdaCallback(), CancellationToken.None));

    [Fact]
    public void A_cancelled_training_keeps_the_epochs_that_were_finished()
    {
        using var stop = new CancellationTokenSource();
        var afterFirst = new LambdaCallback { EpochEnd = (_, _, _) => stop.Cancel() };
        var result = Prepare(Settings with { Epochs = 50 }).Fit(afterFirst, stop.Token);
        Assert.True(result.Interrupted);
        Assert.Single(result.History["loss"]);
    }
}
