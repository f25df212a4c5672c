namespace Thalweg.Cli.Tests;

public class HelpWithExamplesTests
{
    [Theory]
    [InlineData("train", "thalweg train data/iris.csv --target target")]
    [InlineData("compare", "--vary standardize=false,true")]
    public async Task Help_ends_with_examples(string command, string example)
    {
        var (code, output, errors) = await TestCommand.RunAsync(command, "--help");
        Assert.Equal(CommandLine.Success, code);
        Assert.Empty(errors);
        Assert.Contains("--batch-size <N>", output, StringComparison.Ordinal);
        Assert.Contains(example, output[output.IndexOf("Examples:", StringComparison.Ordinal)..], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_is_given_although_something_is_missing() =>
        Assert.Equal(CommandLine.Success, (await TestCommand.RunAsync("train", "-h")).Code);
}
