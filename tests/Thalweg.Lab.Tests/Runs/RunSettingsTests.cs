using Thalweg.Lab.Http;
using Thalweg.Lab.Runs;

namespace Thalweg.Lab.Tests.Runs;

public class RunSettingsTests
{
    [Fact]
    public void What_is_not_given_has_the_commands_default()
    {
        var training = new RunSettings { Dataset = "iris" }.ToTraining("target");
        Assert.Equal(("iris", "target", "auto", "relu", "adam"), (training.Data, training.Target, training.Task, training.Activation, training.Optimizer));
        Assert.Equal([64, 64], training.Layers);
        Assert.Equal((100, 32, 0.2, true, 0L), (training.Epochs, training.BatchSize, training.ValidationSplit, training.Standardize, training.Seed));
        Assert.Equal((null, null, null, null, null), (training.Loss, training.LearningRate, training.Schedule, training.Initializer, training.BalanceClasses));
    }

    [Fact]
    public void What_is_given_is_taken()
    {
        var training = new RunSettings
        {
            Dataset = "wine",
            Target = "ash",
            Task = "regression",
            Layers = " 8, 4",
            Activation = "tanh",
            Initializer = "he_normal",
            Optimizer = "sgd(momentum=0.9)",
            LearningRate = 0.5,
            Schedule = "cosine_decay(0.1, 100)",
            Loss = "mae",
            Epochs = 3,
            BatchSize = 7,
            Standardize = false,
            Validation = 0,
            Seed = 9,
            ClassWeight = "balanced",
            Drop = "hue, 'od280/od315_of_diluted_wines'",
        }.ToTraining("target");
        Assert.Equal(("ash", "regression", "tanh", "he_normal", "sgd(momentum=0.9)", 0.5, "cosine_decay(0.1, 100)", "mae"),
            (training.Target, training.Task, training.Activation, training.Initializer, training.Optimizer, training.LearningRate, training.Schedule, training.Loss));
        Assert.Equal([8, 4], training.Layers);
        Assert.Equal((3, 7, false, 0.0, 9L, true), (training.Epochs, training.BatchSize, training.Standardize, training.ValidationSplit, training.Seed, training.BalanceClasses));
        Assert.Equal("hue", training.Drop[0]);
        Assert.Empty(new RunSettings { Layers = "none" }.ToTraining("t").Layers);
    }

    public static TheoryData<string, object> Wrong => new()
    {
        { "epochs", new RunSettings { Epochs = 0 } },
        { "epochs", new RunSettings { Epochs = 1_000_000 } },
        { "batchSize", new RunSettings { BatchSize = 0 } },
        { "validation", new RunSettings { Validation = 1 } },
        { "validation", new RunSettings { Validation = double.NaN } },
        { "learningRate", new RunSettings { LearningRate = -1 } },
        { "learningRate", new RunSettings { LearningRate = double.NaN } },
        { "layers", new RunSettings { Layers = "8,x" } },
        { "layers", new RunSettings { Layers = "8,0" } },
        { "layers", new RunSettings { Layers = "99999" } },
        { "layers", new RunSettings { Layers = string.Join(',', Enumerable.Repeat("1", 65)) } },
        { "task", new RunSettings { Task = "guess" } },
        { "classWeight", new RunSettings { ClassWeight = "heavy" } },
    };

    [Theory]
    [MemberData(nameof(Wrong), DisableDiscoveryEnumeration = true)]
    public void What_is_out_of_range_is_refused(string field, object settings) =>
        Assert.Equal(field, Assert.Throws<Refusal>(() => ((RunSettings)settings).ToTraining("target")).Field);

    [Fact]
    public void Names_and_tags_have_their_lengths()
    {
        RunSettings.RequireWords("name", ["tag"]);
        Assert.Equal("name", Assert.Throws<Refusal>(() => RunSettings.RequireWords(new string('x', 201), null)).Field);
        Assert.Equal("tags", Assert.Throws<Refusal>(() => RunSettings.RequireWords(null, [""])).Field);
        Assert.Equal("tags", Assert.Throws<Refusal>(() => RunSettings.RequireWords(null, [.. Enumerable.Repeat("x", 21)])).Field);
    }

    [Fact]
    public void Filled_in_settings_make_the_same_training()
    {
        var settings = new RunSettings { Dataset = "iris", Layers = "" };
        var training = settings.ToTraining("target") with { Task = "classification", Loss = "categorical_crossentropy" };
        var filled = settings.Filled(training);
        Assert.Equal(("target", "classification", 100), (filled.Target, filled.Task, filled.Epochs));
        Assert.Equal(training with { Layers = [], Drop = [] }, filled.ToTraining("other") with { Layers = [], Drop = [] }, (a, b) => a.ToString() == b.ToString());
    }
}
