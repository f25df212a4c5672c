namespace Thalweg.Data;

/// <summary>Columns and tables of numbers as tensors. Booleans become 0 and 1, missing cells NaN.</summary>
public static class TableTensors
{
    extension(Column column)
    {
        /// <summary>The cells as a tensor of shape (rows).</summary>
        /// <exception cref="ArgumentException">The column holds text, or <paramref name="type"/> can't say NaN and a cell is missing.</exception>
        public Tensor ToTensor(DType type = DType.Float32)
        {
            RequireNumbers([column], type);
            return Convert([column], [column.Length], type);
        }
    }

    extension(Table table)
    {
        /// <summary>The cells as a tensor of shape (rows, columns).</summary>
        /// <exception cref="ArgumentException">A column holds text, the table has none, or <paramref name="type"/> can't say NaN and a cell is missing.</exception>
        /// <example><code>var x = iris.Drop("target").ToTensor();     // (150, 4)</code></example>
        public Tensor ToTensor(DType type = DType.Float32)
        {
            RequireNumbers(table.Columns, type);
            return Convert(table.Columns, [table.RowCount, table.ColumnCount], type);
        }
    }

    static void RequireNumbers(IReadOnlyList<Column> columns, DType type)
    {
        string[] texts = [.. columns.Where(column => column.Type == ColumnType.Text).Select(column => column.Name)];
        if (texts.Length > 0)
        {
            throw new ArgumentException(
                $"A tensor holds numbers, and {NearNames.List(texts)} {(texts.Length == 1 ? "holds" : "hold")} text. Drop {(texts.Length == 1 ? "it" : "them")}, turn a column into classes with ToCategorical(), or let a TableEncoder do it.");
        }

        if (columns.Count == 0)
        {
            throw new ArgumentException("The table has no columns to make a tensor of.");
        }

        if (!type.IsFloating && columns.FirstOrDefault(column => column.MissingCount > 0) is { } lacking)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"Column '{lacking.Name}' has {lacking.MissingCount} missing cells, which {type} can't express: use Float32, where they are NaN, or leave those rows out with Where."));
        }
    }

    static Tensor Convert(IReadOnlyList<Column> columns, int[] shape, DType type) => type == DType.Float32
        ? Tensor.From(Interleave(columns, value => (float)value), shape)
        : Tensor.From(Interleave(columns, value => value), shape).Cast(type);

    static T[] Interleave<T>(IReadOnlyList<Column> columns, Func<double, T> convert)
    {
        var (rows, width) = (columns[0].Length, columns.Count);
        var cells = new T[checked(rows * width)];
        for (var i = 0; i < width; i++)
        {
            var values = columns[i] is NumberColumn numbers ? numbers.Values : ((BooleanColumn)columns[i]).ToNumbers().Values;
            for (var row = 0; row < rows; row++)
            {
                cells[row * width + i] = convert(values[row]);
            }
        }

        return cells;
    }
}
