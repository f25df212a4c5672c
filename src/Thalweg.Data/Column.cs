namespace Thalweg.Data;

/// <summary>One named, immutable column of a <see cref="Table"/>: a <see cref="NumberColumn"/>, a <see cref="TextColumn"/> or a <see cref="BooleanColumn"/>.</summary>
public abstract class Column
{
    private protected Column(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        Name = name;
    }

    /// <summary>The name, unique in its table; compared exactly, case included.</summary>
    public string Name { get; }

    /// <summary>What the cells are.</summary>
    public abstract ColumnType Type { get; }

    /// <summary>The number of rows, missing cells included.</summary>
    public abstract int Length { get; }

    /// <summary>The number of cells without a value.</summary>
    public int MissingCount
    {
        get
        {
            var count = 0;
            for (var row = 0; row < Length; row++)
            {
                count += IsMissing(row) ? 1 : 0;
            }

            return count;
        }
    }

    /// <summary>Whether a cell has no value.</summary>
    public abstract bool IsMissing(int row);

    /// <summary>A cell as text, as <c>WriteCsv</c> writes it whatever the culture; <see langword="null"/> where it is missing.</summary>
    public abstract string? Format(int row);

    /// <summary>The cells of the rows given, in their order; a row may come more than once.</summary>
    public abstract Column Take(ReadOnlySpan<int> rows);

    /// <summary>The same cells under another name.</summary>
    public abstract Column Rename(string name);

    /// <summary>Name, type and length, for debuggers and messages.</summary>
    public override string ToString() => FormattableString.Invariant($"{Name} ({Type}, {Length} rows, {MissingCount} missing)");

    private protected static T[] Pick<T>(T[] values, ReadOnlySpan<int> rows)
    {
        var picked = new T[rows.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            picked[i] = values[rows[i]];
        }

        return picked;
    }
}
