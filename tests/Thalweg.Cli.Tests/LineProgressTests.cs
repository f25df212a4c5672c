using Spectre.Console.Testing;

namespace Thalweg.Cli.Tests;

public class LineProgressTests
{
    [Theory]
    [InlineData(3, 3)]
    [InlineData(100, 10)]
    public void About_ten_lines_without_control_codes(int epochs, int lines)
    {
        using var console = new TestConsole();
        ProgressTraining.Run(new LineProgress(console).Follow("[variant]"), epochs);
        Assert.Equal(lines, console.Output.TrimEnd().Split('\n').Length);
        Assert.StartsWith("[variant]: epoch ", console.Output, StringComparison.Ordinal);
        Assert.Contains($"epoch {epochs} of {epochs}: loss ", console.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', console.Output);
    }
}
