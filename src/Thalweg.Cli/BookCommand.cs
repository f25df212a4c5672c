using System.CommandLine;
using Spectre.Console;
using Thalweg.Lab.Book;

namespace Thalweg.Cli;

/// <summary><c>thalweg book export DIR</c>: the book for any web host.</summary>
static class BookCommand
{
    public const string Examples = """
        Examples:
          thalweg book export ./site
        """;

    /// <summary>The command, which writes to this console.</summary>
    public static Command Build(IAnsiConsole console)
    {
        var folder = new Argument<string>("DIR") { Description = "The folder to write to: new, empty, or an earlier export." };
        var export = new Command("export", "Write the book, its figures with recorded traces, as files that any web host can serve.") { folder };
        export.SetAction(async (parsed, cancellation) =>
        {
            string directory = parsed.GetValue(folder)!;
            await BookExport.WriteAsync(directory, cancellation).ConfigureAwait(false);
            await console.Profile.Out.Writer.WriteLineAsync($"The book is in {directory}: serve it, or look at it with a local web server.").ConfigureAwait(false);
            return CommandLine.Success;
        });
        return new Command("book", "The book on optimisation, which 'thalweg lab' shows alive.") { export };
    }
}
