using Spectre.Console.Testing;

namespace Thalweg.Cli.Tests;

public class TextTableTests
{
    [Fact]
    public void Text_is_never_markup()
    {
        using var console = new TestConsole();
        var table = TextTable.New("[red]", "[/]");
        TextTable.AddRow(table, "[a]", "[[b]]");
        TextTable.Write(console, "[bold]", table);
        foreach (string text in new[] { "[bold]", "[red]", "[/]", "[a]", "[[b]]" })
            Assert.Contains(text, console.Output, StringComparison.Ordinal);
    }
}
