namespace Thalweg.Cli.Tests;

public class SettingCatalogTests
{
    static TrainSettings With(string name, string text) => SettingCatalog.New().Single(setting => setting.Name == name).With(new TrainSettings(), text);

    [Theory]
    [InlineData("256,256,256", new[] { 256, 256, 256 })]
    [InlineData("64x32", new[] { 64, 32 })]
    [InlineData(" 8 , 4", new[] { 8, 4 })]
    [InlineData("none", new int[0])]
    public void Layers_are_numbers_of_units(string text, int[] layers) => Assert.Equal(layers, With("layers", text).Layers);

    [Theory]
    [InlineData("layers", "256,,256", "''")]
    [InlineData("layers", "64,-1", "'-1'")]
    [InlineData("layers", "big", "256,256,256")]
    [InlineData("epochs", "-5", "whole number from 1")]
    [InlineData("epochs", "1.5", "whole number from 1")]
    [InlineData("batch-size", "0", "whole number from 1")]
    [InlineData("learning-rate", "0", "above 0")]
    [InlineData("learning-rate", "0,1", "point")]
    [InlineData("learning-rate", "NaN", "above 0")]
    [InlineData("validation-split", "1", "below 1")]
    [InlineData("standardize", "yes", "true or false")]
    [InlineData("task", "cluster", "classification")]
    [InlineData("seed", "lucky", "whole number")]
    public void A_wrong_value_is_named_with_what_was_expected(string name, string text, string expected)
    {
        string message = Assert.Throws<UserErrorException>(() => With(name, text)).Message;
        Assert.StartsWith($"--{name} {text}", message, StringComparison.Ordinal);
        Assert.Contains(expected, message, StringComparison.Ordinal);
    }

    [Fact]
    public void Metrics_can_be_several_or_none()
    {
        Assert.Equal(["accuracy", "mse"], With("metrics", "accuracy, mse").Metrics!);
        Assert.Empty(With("metrics", "none").Metrics!);
    }
}
