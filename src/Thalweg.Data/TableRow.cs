namespace Thalweg.Data;

/// <summary>One row of a <see cref="Table"/>, as <see cref="Table.Where"/> shows it to its condition. Nothing is copied.</summary>
public readonly struct TableRow
{
    readonly Table table;

    internal TableRow(Table table, int index)
    {
        this.table = table;
        Index = index;
    }

    /// <summary>The row's place in its table, from 0.</summary>
    public int Index { get; }

    /// <summary>The cell of a number column; <see cref="double.NaN"/> where it is missing.</summary>
    /// <exception cref="ArgumentException">No such column, or not one of numbers.</exception>
    public double Number(string column) => table.Column<NumberColumn>(column)[Index];

    /// <summary>The cell of a text column; <see langword="null"/> where it is missing.</summary>
    /// <exception cref="ArgumentException">No such column, or not one of text.</exception>
    public string? Text(string column) => table.Column<TextColumn>(column)[Index];

    /// <summary>The cell of a boolean column; <see langword="null"/> where it is missing.</summary>
    /// <exception cref="ArgumentException">No such column, or not one of booleans.</exception>
    public bool? Boolean(string column) => table.Column<BooleanColumn>(column)[Index];

    /// <summary>Whether the cell of a column of any type has no value.</summary>
    public bool IsMissing(string column) => table[column].IsMissing(Index);
}
