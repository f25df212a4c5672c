namespace Thalweg.Cli.Tests;

public class VariationTests
{
    static readonly IReadOnlyList<Setting> Settings = SettingCatalog.New();

    static Variation Parse(string text) => Variation.Parse(text, Settings);

    [Fact]
    public void Reads_a_key_and_its_values()
    {
        var variation = Parse("standardize=false,true");
        Assert.Equal("standardize", variation.Setting.Name);
        Assert.Equal(["false", "true"], variation.Values);
    }

    [Fact]
    public void Several_variations_make_every_combination()
    {
        var variants = Variation.Combine(new TrainSettings(), [Parse("standardize=false,true"), Parse("layers=8,16x16")]);
        Assert.Equal(
            ["standardize=false, layers=8", "standardize=false, layers=16x16", "standardize=true, layers=8", "standardize=true, layers=16x16"],
            variants.Select(variant => variant.Name));
        Assert.Equal([16, 16], variants[3].Settings.Layers);
        Assert.True(variants[3].Settings.Standardize);
    }

    [Theory]
    [InlineData("standardize", "KEY=V1,V2")]
    [InlineData("=1,2", "KEY=V1,V2")]
    [InlineData("standardise=true,false", "did you mean 'standardize'")]
    [InlineData("epochs=", "no value")]
    [InlineData("epochs=5,5", "--repeats")]
    public void Says_what_is_wrong(string text, string part) =>
        Assert.Contains(part, Assert.Throws<UserErrorException>(() => Parse(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_wrong_value_is_an_error_of_its_setting() =>
        Assert.Contains("--epochs many", Assert.Throws<UserErrorException>(() => Variation.Combine(new TrainSettings(), [Parse("epochs=5,many")])).Message, StringComparison.Ordinal);

    [Fact]
    public void A_key_is_varied_once() =>
        Assert.Contains("twice", Assert.Throws<UserErrorException>(() => Variation.Combine(new TrainSettings(), [Parse("epochs=5"), Parse("epochs=6")])).Message, StringComparison.Ordinal);

    [Fact]
    public void Commas_inside_brackets_belong_to_a_value() =>
        Assert.Equal(["adam", "sgd(learning_rate=0.1, momentum=0.9)"], Variation.Parse("optimizer=adam,sgd(learning_rate=0.1, momentum=0.9)", SettingCatalog.New()).Values);
}
