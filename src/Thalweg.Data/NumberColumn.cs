using System.Globalization;

namespace Thalweg.Data;

/// <summary>A column of double-precision numbers, where <see cref="double.NaN"/> stands for a missing cell.</summary>
public sealed class NumberColumn : Column
{
    readonly double[] values;

    /// <summary>A column of a copy of <paramref name="values"/>.</summary>
    /// <example><code>var height = new NumberColumn("height", [1.72, double.NaN, 1.65]);</code></example>
    public NumberColumn(string name, params ReadOnlySpan<double> values)
        : this(values.ToArray(), name)
    {
    }

    NumberColumn(double[] owned, string name)
        : base(name) => values = owned;

    /// <inheritdoc/>
    public override ColumnType Type => ColumnType.Number;

    /// <inheritdoc/>
    public override int Length => values.Length;

    /// <summary>Every cell in row order.</summary>
    public ReadOnlySpan<double> Values => values;

    /// <summary>The cell of a row, from 0.</summary>
    public double this[int row] => values[row];

    /// <inheritdoc/>
    public override bool IsMissing(int row) => double.IsNaN(values[row]);

    /// <inheritdoc/>
    public override string? Format(int row) =>
        double.IsNaN(values[row]) ? null : values[row].ToString("R", CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public override NumberColumn Take(ReadOnlySpan<int> rows) => Own(Name, Pick(values, rows));

    /// <inheritdoc/>
    public override NumberColumn Rename(string name) => Own(name, values);

    /// <summary>A column over an array that nobody else keeps, without copying it.</summary>
    internal static NumberColumn Own(string name, double[] values) => new(values, name);
}
