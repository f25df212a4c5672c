namespace Thalweg.Cli.Tests;

public class ListCommandTests
{
    [Theory]
    [InlineData("optimizers", "adamw ", "prodigy ")]
    [InlineData("losses", "huber ", "ctc ")]
    [InlineData("metrics", "auc ", "f1_score ")]
    [InlineData("activations", "relu ", "gelu ")]
    [InlineData("initializers", "he_normal ", "orthogonal ")]
    [InlineData("schedules", "cosine_decay ", "one_cycle ")]
    [InlineData("regularizers", "l2 ", "l1_l2 ")]
    [InlineData("Constraints", "max_norm ", "non_neg ")]
    public async Task Every_name_has_a_line(string kind, params string[] names)
    {
        var (code, output, _) = await TestCommand.RunAsync("list", kind);
        Assert.Equal(CommandLine.Success, code);
        var lines = output.TrimEnd().Split('\n');
        Assert.All(names, name => Assert.Single(lines, line => line.StartsWith(name, StringComparison.Ordinal)));
        Assert.All(lines, line => Assert.True(line.TrimEnd().IndexOf(' ', StringComparison.Ordinal) > 0, $"'{line}' says nothing about the name"));
        Assert.Equal(lines.Order(StringComparer.Ordinal), lines);
    }

    [Fact]
    public async Task A_wrong_kind_says_which_was_meant() =>
        Assert.Contains("did you mean 'optimizers'", await TestCommand.FailAsync("list", "optimisers"), StringComparison.Ordinal);
}
