namespace Thalweg.Data.Tests;

/// <summary>A table's cells as arrays, for assertions.</summary>
static class Cells
{
    extension(Table table)
    {
        public IReadOnlyList<double> Numbers(string column) => ((NumberColumn)table[column]).Values.ToArray();

        public IReadOnlyList<string?> Texts(string column) => ((TextColumn)table[column]).Values.ToArray();

        public IReadOnlyList<bool?> Booleans(string column) => ((BooleanColumn)table[column]).Values.ToArray();
    }

    /// <summary>Asserts that two tables have the same columns with the same cells.</summary>
    public static void AssertSame(Table expected, Table actual)
    {
        Assert.Equal(expected.ColumnNames, actual.ColumnNames);
        Assert.Equal(expected.Columns.Select(column => column.Type), actual.Columns.Select(column => column.Type));
        Assert.Equal(expected.RowCount, actual.RowCount);
        foreach (var column in expected.Columns)
        {
            for (var row = 0; row < expected.RowCount; row++)
            {
                Assert.Equal(column.Format(row), actual[column.Name].Format(row));
            }
        }
    }
}
