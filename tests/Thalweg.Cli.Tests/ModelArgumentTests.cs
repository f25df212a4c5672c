namespace Thalweg.Cli.Tests;

public class ModelArgumentTests
{
    [Fact]
    public async Task Both_arguments_are_asked_for()
    {
        Assert.Contains("predict --help", await TestCommand.FailAsync("predict"), StringComparison.Ordinal);
        Assert.Contains("predict --help", await TestCommand.FailAsync("predict", "m.keras"), StringComparison.Ordinal);
    }
}
