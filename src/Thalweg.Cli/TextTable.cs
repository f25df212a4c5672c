using Spectre.Console;

namespace Thalweg.Cli;

/// <summary>Tables as the command prints them: a line above, numbers to the right, and no text taken for markup.</summary>
static class TextTable
{
    /// <summary>An empty table whose first column is text and whose others are numbers.</summary>
    public static Table New(params IReadOnlyList<string> columns)
    {
        var table = new Table { Border = TableBorder.Rounded };
        for (int i = 0; i < columns.Count; i++)
        {
            var column = new TableColumn(new Text(columns[i]));
            table.AddColumn(i == 0 ? column : column.RightAligned());
        }
        return table;
    }

    /// <summary>Adds a row of plain text.</summary>
    public static void AddRow(Table table, params IReadOnlyList<string> cells) => table.AddRow(cells.Select(cell => new Text(cell)));

    /// <summary>Prints what the table shows, and the table.</summary>
    public static void Write(IAnsiConsole console, string title, Table table)
    {
        console.Profile.Out.Writer.WriteLine(title);
        console.Write(table);
    }
}
