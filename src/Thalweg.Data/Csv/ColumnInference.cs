namespace Thalweg.Data.Csv;

/// <summary>What a column is, from what its cells say.</summary>
static class ColumnInference
{
    /// <summary>So many numbers make a column of numbers, whose other cells are errors, if they are few.</summary>
    const int ManyNumbers = 10;

    /// <summary>The least share of numbers that makes the other cells errors.</summary>
    const double MostlyNumbers = 0.9;

    /// <summary>The type of a column whose cells are all known.</summary>
    /// <exception cref="TableFormatException">A cell is not of the type declared, or spoils a column of numbers.</exception>
    public static ColumnType Decide(in CellTally cells, ColumnType? declared, string name, int column, string? path)
    {
        switch (declared)
        {
            case ColumnType.Number when cells.NotNumber is { } fault:
                throw new TableFormatException(
                    $"'{Shorten(fault.Text)}' is not a number, and '{name}' is declared a column of numbers: correct it, or add it to CsvOptions.MissingValues.",
                    path, fault.Line, column);
            case ColumnType.Boolean when cells.NotBoolean is { } fault:
                throw new TableFormatException(
                    $"'{Shorten(fault.Text)}' is neither true nor false, and '{name}' is declared a column of booleans: correct it, or add it to CsvOptions.MissingValues.",
                    path, fault.Line, column);
            case { } type:
                return type;
        }

        if (cells.Numbers == cells.Present)
        {
            return ColumnType.Number;
        }

        if (cells.Booleans == cells.Present)
        {
            return ColumnType.Boolean;
        }

        if (cells.Numbers >= ManyNumbers && cells.Numbers >= MostlyNumbers * cells.Present)
        {
            throw new TableFormatException(
                FormattableString.Invariant($"'{Shorten(cells.NotNumber!.Value.Text)}' is not a number, as {cells.Numbers} of the {cells.Present} cells of '{name}' are: ")
                + "correct it, add it to CsvOptions.MissingValues, or declare the column as text in CsvOptions.Types.",
                path, cells.NotNumber!.Value.Line, column);
        }

        return ColumnType.Text;
    }

    /// <summary>The type that the first cells of a column point to; what follows may disprove it.</summary>
    public static ColumnType Guess(IEnumerable<string> cells, CellGrammar grammar)
    {
        var reader = CellReader.For(ColumnType.Number, grammar, capacity: 0);
        foreach (var cell in cells)
        {
            reader.Read(cell, line: 0);
        }

        var tally = reader.Tally;
        return tally.Numbers == tally.Present ? ColumnType.Number
            : tally.Booleans == tally.Present ? ColumnType.Boolean
            : ColumnType.Text;
    }

    static string Shorten(string cell) => cell.Length <= 40 ? cell : cell[..40] + "…";
}
