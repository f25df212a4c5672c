using System.CommandLine;
using Thalweg.Data;

namespace Thalweg.Cli;

/// <summary>
/// The file with the table: what can't be told from the file itself are options, and what is wrong with it is told in
/// their words.
/// </summary>
sealed class TableFile
{
    /// <summary>What the library proposes to its callers, and how the command says it.</summary>
    static readonly (string Library, string Command)[] Remedies =
    [
        ("add it to CsvOptions.MissingValues", "add --missing with this text"),
        ("declare the column as text in CsvOptions.Types", "name the column with --text"),
        ("give the right CsvOptions.Delimiter", "give the right --delimiter"),
        (", or name another quote character (CsvOptions.Quote)", ""),
        (", or give its encoding, CsvOptions.Encoding = Encoding.Latin1 for instance", ""),
    ];

    readonly Option<string?> delimiter = new("--delimiter") { HelpName = "CHAR", Description = "What separates the cells, or tab. Default: found out." };

    readonly Option<string[]> missing = new("--missing") { HelpName = "TEXT", Description = "A cell with this text is missing, as empty ones, NA, NaN and ? are; can be given several times." };

    readonly Option<string[]> text = new("--text") { HelpName = "COLUMN", Description = "Read this column as text, also where it looks like numbers; can be given several times." };

    /// <summary>Puts the options on a command.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(delimiter);
        command.Options.Add(missing);
        command.Options.Add(text);
    }

    /// <summary>The options that the command line gives.</summary>
    public CsvOptions Options(ParseResult parsed) => new()
    {
        Delimiter = Delimiter(parsed.GetValue(delimiter)),
        MissingValues = [.. CsvOptions.DefaultMissingValues, .. parsed.GetValue(missing) ?? []],
        Types = (parsed.GetValue(text) ?? []).Distinct().ToDictionary(column => column, _ => ColumnType.Text),
    };

    /// <summary>Reads the table.</summary>
    /// <exception cref="UserErrorException">There is no such file, or it is no table; the message has the line and column.</exception>
    public static Table Read(string path, CsvOptions? options = null)
    {
        if (Directory.Exists(path))
            throw new UserErrorException($"'{path}' is a folder: give the name of a file with a table, such as data/iris.csv.");
        if (!File.Exists(path))
            throw new UserErrorException($"there is no file '{path}' in {Environment.CurrentDirectory}: check its name.");
        try
        {
            return Table.ReadCsv(path, options ?? new CsvOptions());
        }
        catch (TableFormatException fault)
        {
            throw new UserErrorException(Remedies.Aggregate(fault.Message, (message, remedy) => message.Replace(remedy.Library, remedy.Command, StringComparison.Ordinal)), fault);
        }
        catch (ArgumentException fault)
        {
            throw new UserErrorException($"{path}: {TrainingData.WithoutParameter(fault)}", fault);
        }
    }

    static char? Delimiter(string? text) => text switch
    {
        null => null,
        "tab" or "\\t" => '\t',
        [var one] => one,
        _ => throw new UserErrorException($"--delimiter {text}: expected one character, or tab."),
    };
}
