using System.Globalization;
using System.Text;

namespace Thalweg.Data;

/// <summary>A table as text for a console: aligned columns, the middle rows left out.</summary>
static class TableText
{
    const int MostRows = 10;
    const int MostColumns = 14;
    const int WidestCell = 28;

    public static string Render(Table table)
    {
        var text = new StringBuilder();
        int[] rows = table.RowCount <= MostRows
            ? [.. Enumerable.Range(0, table.RowCount)]
            : [.. Enumerable.Range(0, MostRows / 2), -1, .. Enumerable.Range(table.RowCount - MostRows / 2, MostRows / 2)];
        var labels = rows.Select(row => row < 0 ? "…" : row.ToString(CultureInfo.InvariantCulture)).Prepend("").ToArray();
        var columns = new List<string[]> { Align(labels, toRight: true) };
        foreach (var column in table.Columns.Take(MostColumns))
        {
            var cells = rows.Select(row => row < 0 ? "…" : Cell(column, row)).Prepend(Shorten(column.Name));
            columns.Add(Align([.. cells], toRight: column.Type == ColumnType.Number));
        }

        for (var line = 0; line <= rows.Length; line++)
        {
            text.AppendLine(string.Join("  ", columns.Select(cells => cells[line])).TrimEnd());
        }

        var hidden = table.ColumnCount - MostColumns;
        return text.Append(CultureInfo.InvariantCulture, $"({table.RowCount} rows, {table.ColumnCount} columns{(hidden > 0 ? FormattableString.Invariant($", {hidden} not shown") : "")})").ToString();
    }

    static string Cell(Column column, int row) => column switch
    {
        _ when column.IsMissing(row) => "–",
        NumberColumn numbers => numbers[row].ToString("G7", CultureInfo.InvariantCulture),
        _ => Shorten(column.Format(row)!.ReplaceLineEndings(" ")),
    };

    static string Shorten(string cell) => cell.Length <= WidestCell ? cell : cell[..(WidestCell - 1)] + "…";

    static string[] Align(string[] cells, bool toRight)
    {
        var width = cells.Max(cell => cell.Length);
        return [.. cells.Select(cell => toRight ? cell.PadLeft(width) : cell.PadRight(width))];
    }
}
