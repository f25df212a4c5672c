using Thalweg.Data;

namespace Thalweg.Lab.Data;

/// <summary>A table to learn from.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Table">Its rows.</param>
/// <param name="Target">The column that is learned where nobody says another.</param>
/// <param name="Task">What kind of target that is: <c>classification</c> or <c>regression</c>.</param>
sealed record Dataset(string Name, Table Table, string Target, string Task)
{
    const int MostShown = 200;

    /// <summary>A table whose target's kind is found out.</summary>
    public static Dataset Of(string name, Table table, string target)
    {
        string task;
        try
        {
            task = TableEncoder.Fit(table, target).Task == TableTask.Classification ? "classification" : "regression";
        }
        catch (ArgumentException)
        {
            // It can't be learned as it is; the training will say why.
            task = table[target].Type == ColumnType.Number ? "regression" : "classification";
        }
        return new Dataset(name, table, target, task);
    }

    /// <summary>What the catalog says of it.</summary>
    public object Summary => new { name = Name, rows = Table.RowCount, columns = Columns, target = Target, task = Task };

    /// <summary>The same with its first rows, as text; a missing cell is null.</summary>
    public object Preview(int rows) => new
    {
        name = Name,
        rows = Table.RowCount,
        columns = Columns,
        preview = Enumerable.Range(0, Math.Min(Table.RowCount, Math.Clamp(rows, 0, MostShown))).Select(row => Table.Columns.Select(column => column.Format(row))),
        target = Target,
        task = Task,
    };

    IEnumerable<object> Columns => Table.Columns.Select(column => new { name = column.Name, kind = column.Type, missing = column.MissingCount });
}
