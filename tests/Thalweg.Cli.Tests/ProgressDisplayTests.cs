using Spectre.Console.Testing;

namespace Thalweg.Cli.Tests;

public class ProgressDisplayTests
{
    [Fact]
    public void Quiet_it_shows_nothing()
    {
        using var console = new TestConsole();
        Assert.Equal(3, ProgressDisplay.Show(console, quiet: true, display => ProgressTraining.Run(display.Follow("training"), 3)));
        Assert.Empty(console.Output);
    }

    [Fact]
    public void A_file_gets_lines()
    {
        using var console = new TestConsole();
        console.Profile.Capabilities.Interactive = false;
        ProgressDisplay.Show(console, quiet: false, display => { Assert.IsType<LineProgress>(display); return 0; });
    }

    [Fact]
    public void A_terminal_gets_bars()
    {
        using var console = new TestConsole();
        console.Profile.Capabilities.Interactive = true;
        console.Profile.Capabilities.Ansi = true;
        ProgressDisplay.Show(console, quiet: false, display => { Assert.IsType<LiveProgress>(display); return 0; });
    }
}
