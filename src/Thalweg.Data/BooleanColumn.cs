namespace Thalweg.Data;

/// <summary>A column of truth values, where <see langword="null"/> stands for a missing cell. Written <c>true</c> and <c>false</c>.</summary>
public sealed class BooleanColumn : Column
{
    readonly bool?[] values;

    /// <summary>A column of a copy of <paramref name="values"/>.</summary>
    public BooleanColumn(string name, params ReadOnlySpan<bool?> values)
        : this(values.ToArray(), name)
    {
    }

    BooleanColumn(bool?[] owned, string name)
        : base(name) => values = owned;

    /// <inheritdoc/>
    public override ColumnType Type => ColumnType.Boolean;

    /// <inheritdoc/>
    public override int Length => values.Length;

    /// <summary>Every cell in row order.</summary>
    public ReadOnlySpan<bool?> Values => values;

    /// <summary>The cell of a row, from 0.</summary>
    public bool? this[int row] => values[row];

    /// <inheritdoc/>
    public override bool IsMissing(int row) => values[row] is null;

    /// <inheritdoc/>
    public override string? Format(int row) => values[row] switch
    {
        true => "true",
        false => "false",
        null => null,
    };

    /// <inheritdoc/>
    public override BooleanColumn Take(ReadOnlySpan<int> rows) => Own(Name, Pick(values, rows));

    /// <inheritdoc/>
    public override BooleanColumn Rename(string name) => Own(name, values);

    /// <summary>1 for true, 0 for false, NaN for missing.</summary>
    internal NumberColumn ToNumbers() =>
        NumberColumn.Own(Name, Array.ConvertAll(values, value => value is { } known ? (known ? 1 : 0) : double.NaN));

    /// <summary>A column over an array that nobody else keeps, without copying it.</summary>
    internal static BooleanColumn Own(string name, bool?[] values) => new(values, name);
}
