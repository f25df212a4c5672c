namespace Thalweg.Data;

/// <summary>
/// An immutable table: columns of equal length, each with a unique name and one type. Every operation returns a new
/// table and shares the columns it leaves unchanged.
/// </summary>
/// <example><code>
/// var penguins = Table.ReadCsv("data/penguins.csv");
/// var heavy = penguins.Where(row => row.Number("body_mass_g") > 4500).Select("species", "sex");
/// Console.WriteLine(heavy);
/// </code></example>
public sealed class Table
{
    readonly Column[] columns;
    readonly Dictionary<string, int> positions = new(StringComparer.Ordinal);

    /// <summary>A table of the columns given, in their order.</summary>
    /// <exception cref="ArgumentException">Two columns have the same name, or not the same length.</exception>
    public Table(params IEnumerable<Column> columns)
    {
        this.columns = [.. columns];
        for (var i = 0; i < this.columns.Length; i++)
        {
            var column = this.columns[i];
            if (!positions.TryAdd(column.Name, i))
            {
                throw new ArgumentException($"Two columns are named '{column.Name}': names must differ, Rename one of them.", nameof(columns));
            }

            if (column.Length != this.columns[0].Length)
            {
                throw new ArgumentException(
                    FormattableString.Invariant($"Column '{column.Name}' has {column.Length} rows where '{this.columns[0].Name}' has {this.columns[0].Length}: all columns need the same number of rows."),
                    nameof(columns));
            }
        }
    }

    /// <summary>The number of rows; 0 for a table without columns.</summary>
    public int RowCount => columns.Length == 0 ? 0 : columns[0].Length;

    /// <summary>The number of columns.</summary>
    public int ColumnCount => columns.Length;

    /// <summary>The columns, from left to right.</summary>
    public IReadOnlyList<Column> Columns => columns;

    /// <summary>The column names, from left to right.</summary>
    public IReadOnlyList<string> ColumnNames => [.. columns.Select(column => column.Name)];

    /// <summary>The column of a name.</summary>
    /// <exception cref="ArgumentException">No column has this name; the message proposes those that come near.</exception>
    public Column this[string name]
    {
        get
        {
            ArgumentNullException.ThrowIfNull(name);
            return positions.TryGetValue(name, out var position)
                ? columns[position]
                : throw new ArgumentException($"No column is named '{name}'. {NearNames.Suggest(name, ColumnNames)}", nameof(name));
        }
    }

    /// <summary>Whether a column has this name, exactly.</summary>
    public bool Contains(string name) => positions.ContainsKey(name);

    /// <summary>The table with these columns alone, in this order.</summary>
    /// <exception cref="ArgumentException">A name is unknown, or given twice.</exception>
    public Table Select(params IEnumerable<string> names) => new(names.Select(name => this[name]));

    /// <summary>The table without these columns.</summary>
    /// <exception cref="ArgumentException">A name is unknown.</exception>
    public Table Drop(params IEnumerable<string> names)
    {
        var dropped = names.Select(name => this[name]).ToHashSet();
        return new Table(columns.Where(column => !dropped.Contains(column)));
    }

    /// <summary>The table with a column more on its right, or, where one has that name already, in its place.</summary>
    public Table WithColumn(Column column)
    {
        ArgumentNullException.ThrowIfNull(column);
        return Contains(column.Name)
            ? new Table(columns.Select(own => own.Name == column.Name ? column : own))
            : new Table(columns.Append(column));
    }

    /// <summary>The table with one column under another name.</summary>
    /// <exception cref="ArgumentException">The old name is unknown, or the new one taken.</exception>
    public Table Rename(string name, string newName)
    {
        var renamed = this[name];
        return new Table(columns.Select(column => column == renamed ? column.Rename(newName) : column));
    }

    /// <summary>The rows that satisfy a condition, in their order. Missing numbers are NaN, so that any comparison drops them.</summary>
    /// <example><code>table.Where(row => row.Number("age") >= 18 &amp;&amp; row.Text("sex") == "female")</code></example>
    public Table Where(Func<TableRow, bool> condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        var kept = new List<int>();
        for (var row = 0; row < RowCount; row++)
        {
            if (condition(new TableRow(this, row)))
            {
                kept.Add(row);
            }
        }

        return Take([.. kept]);
    }

    /// <summary>Consecutive rows: <c>table.Rows(10..20)</c>, <c>table.Rows(^5..)</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The range reaches past the last row.</exception>
    public Table Rows(Range range)
    {
        var (start, length) = range.GetOffsetAndLength(RowCount);
        return Take([.. Enumerable.Range(start, length)]);
    }

    /// <summary>The rows of these indices (from 0), in the order given; an index may come more than once.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An index is negative, or not less than <see cref="RowCount"/>.</exception>
    public Table Take(params ReadOnlySpan<int> rows)
    {
        foreach (var row in rows)
        {
            if ((uint)row >= (uint)RowCount)
            {
                throw new ArgumentOutOfRangeException(
                    nameof(rows), row, FormattableString.Invariant($"The table has {RowCount} rows: indices run from 0 to {RowCount - 1}."));
            }
        }

        var taken = new Column[columns.Length];
        for (var i = 0; i < columns.Length; i++)
        {
            taken[i] = columns[i].Take(rows);
        }

        return new Table(taken);
    }

    /// <summary>The first rows; all of them where the table has no more.</summary>
    public Table Head(int count = 5) => Rows(..Math.Min(count, RowCount));

    /// <summary>The first and last rows, aligned under the column names, for reading on a console.</summary>
    public override string ToString() => TableText.Render(this);

    /// <summary>The column of a name, which must be of one type.</summary>
    internal T Column<T>(string name)
        where T : Column
    {
        var column = this[name];
        return column as T ?? throw new ArgumentException(
            $"Column '{name}' holds {column.Type} cells, not {typeof(T).Name.Replace("Column", "", StringComparison.Ordinal)}.", nameof(name));
    }
}
