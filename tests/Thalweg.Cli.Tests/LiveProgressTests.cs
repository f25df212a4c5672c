using Spectre.Console.Testing;

namespace Thalweg.Cli.Tests;

public class LiveProgressTests
{
    [Fact]
    public void Each_training_has_a_bar_with_its_name_and_numbers()
    {
        using var console = new TestConsole();
        console.Profile.Capabilities.Interactive = true;
        console.Profile.Width = 120;
        LiveProgress.Show(console, display =>
        {
            var (first, second) = (display.Follow("[first]"), display.Follow("second"));
            return ProgressTraining.Run(first, 2) + ProgressTraining.Run(second, 2);
        });
        Assert.Contains("[first]", console.Output, StringComparison.Ordinal);
        Assert.Contains("second", console.Output, StringComparison.Ordinal);
        Assert.Contains("100%", console.Output, StringComparison.Ordinal);
        Assert.Contains("loss ", console.Output, StringComparison.Ordinal);
    }
}
