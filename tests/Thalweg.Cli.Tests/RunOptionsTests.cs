using System.CommandLine;

namespace Thalweg.Cli.Tests;

public class RunOptionsTests
{
    static (RunOptions Options, ParseResult Parsed) Parse(params string[] arguments)
    {
        var options = new RunOptions();
        var command = new Command("train");
        options.AddTo(command);
        return (options, command.Parse(arguments));
    }

    [Fact]
    public void Reads_the_table_the_target_and_the_settings()
    {
        var (options, parsed) = Parse("iris.csv", "--target", "kind", "--epochs", "3", "--quiet", "--json", "out.json");
        var settings = options.Read(parsed);
        Assert.Equal(("iris.csv", "kind", 3), (settings.Data, settings.Target, settings.Epochs));
        Assert.True(options.Quiet(parsed));
        Assert.Equal("out.json", options.Json(parsed));
        Assert.Null(options.Plot(parsed));
    }

    [Fact]
    public void A_target_is_needed() => Assert.NotEmpty(Parse("iris.csv").Parsed.Errors);
}
