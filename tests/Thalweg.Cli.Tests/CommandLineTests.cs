namespace Thalweg.Cli.Tests;

[Collection(nameof(RandomSeed))]
public class CommandLineTests
{
    [Fact]
    public async Task Without_arguments_it_explains_itself()
    {
        var (code, output, _) = await TestCommand.RunAsync();
        Assert.Equal(CommandLine.Success, code);
        Assert.Contains("thalweg [command]", output, StringComparison.Ordinal);
        Assert.Contains("Examples:", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_its_version() => Assert.Matches(@"^\d+\.\d+\.\d+", (await TestCommand.RunAsync("--version")).Output);

    [Theory]
    [InlineData("did you mean '--epochs'", "train", "iris.csv", "--target", "target", "--epoch", "5")]
    [InlineData("did you mean 'compare'", "compar")]
    [InlineData("'--target' is required", "train", "iris.csv")]
    [InlineData("'--vary' is required", "compare", "iris.csv", "--target", "target")]
    [InlineData("'more.csv'", "train", "iris.csv", "more.csv", "--target", "target")]
    [InlineData("no file 'iris.csv'", "train", "iris.csv", "--target", "target")]
    [InlineData("--epochs -5: expected a whole number from 1", "train", "iris.csv", "--target", "target", "--epochs", "-5")]
    [InlineData("'big' is not a number of units", "train", "iris.csv", "--target", "target", "--layers", "64,big")]
    public async Task What_the_user_can_mend_is_one_sentence(string part, params string[] arguments) =>
        Assert.Contains(part, await TestCommand.FailAsync(arguments), StringComparison.Ordinal);
}

/// <summary>The command sets the program's seed: its tests don't run beside each other.</summary>
[CollectionDefinition(nameof(RandomSeed), DisableParallelization = true)]
public class RandomSeedCollection;
