namespace Thalweg.Data;

/// <summary>A column of strings, where <see langword="null"/> stands for a missing cell.</summary>
public sealed class TextColumn : Column
{
    readonly string?[] values;

    /// <summary>A column of a copy of <paramref name="values"/>.</summary>
    public TextColumn(string name, params ReadOnlySpan<string?> values)
        : this(values.ToArray(), name)
    {
    }

    TextColumn(string?[] owned, string name)
        : base(name) => values = owned;

    /// <inheritdoc/>
    public override ColumnType Type => ColumnType.Text;

    /// <inheritdoc/>
    public override int Length => values.Length;

    /// <summary>Every cell in row order.</summary>
    public ReadOnlySpan<string?> Values => values;

    /// <summary>The cell of a row, from 0.</summary>
    public string? this[int row] => values[row];

    /// <inheritdoc/>
    public override bool IsMissing(int row) => values[row] is null;

    /// <inheritdoc/>
    public override string? Format(int row) => values[row];

    /// <inheritdoc/>
    public override TextColumn Take(ReadOnlySpan<int> rows) => Own(Name, Pick(values, rows));

    /// <inheritdoc/>
    public override TextColumn Rename(string name) => Own(name, values);

    /// <summary>A column over an array that nobody else keeps, without copying it.</summary>
    internal static TextColumn Own(string name, string?[] values) => new(values, name);
}
