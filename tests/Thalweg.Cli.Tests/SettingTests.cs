using System.CommandLine;

namespace Thalweg.Cli.Tests;

public class SettingTests
{
    static TrainSettings Read(params string[] arguments)
    {
        var command = new Command("train");
        var settings = SettingCatalog.New();
        foreach (var setting in settings)
            command.Options.Add(setting.Option);
        var parsed = command.Parse(arguments);
        Assert.Empty(parsed.Errors);
        return settings.Aggregate(new TrainSettings(), (read, setting) => setting.Read(read, parsed));
    }

    [Fact]
    public void What_is_not_given_keeps_its_default() => Assert.Equal(new TrainSettings() with { Layers = [], Drop = [] }, Read() with { Layers = [], Drop = [] });

    [Fact]
    public void Options_are_read()
    {
        var settings = Read("--layers", "256,256", "--epochs", "7", "--learning-rate", "1e-2", "--standardize", "false", "--seed", "-3");
        Assert.Equal([256, 256], settings.Layers);
        Assert.Equal((7, 0.01, false, -3L), (settings.Epochs, settings.LearningRate, settings.Standardize, settings.Seed));
    }

    [Fact]
    public void Only_what_adds_up_can_be_given_twice()
    {
        Assert.Equal(["a", "b"], Read("--drop", "a", "--drop", "b").Drop);
        Assert.Contains("2 times", Assert.Throws<UserErrorException>(() => Read("--epochs", "1", "--epochs", "2")).Message, StringComparison.Ordinal);
    }
}
