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
    public DatasetSummary Summary => new(Name, Table.RowCount, Columns, Target, Task);

    /// <summary>The same with its first rows, as text; a missing cell is null.</summary>
    public DatasetPreview Preview(int rows) => new(
        Name, Table.RowCount, Columns, [.. Enumerable.Range(0, Math.Min(Table.RowCount, Math.Clamp(rows, 0, MostShown))).Select(row => Table.Columns.Select(column => column.Format(row)).ToArray())], Target, Task);

    DatasetColumn[] Columns => [.. Table.Columns.Select(column => new DatasetColumn(column.Name, column.Type, column.MissingCount))];
}

/// <summary>A table as the catalog has it.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Rows">How many rows it has.</param>
/// <param name="Columns">Its columns.</param>
/// <param name="Target">The column that is learned where nobody says another.</param>
/// <param name="Task">classification or regression.</param>
sealed record DatasetSummary(string Name, int Rows, DatasetColumn[] Columns, string Target, string Task);

/// <summary>A table with its first rows.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Rows">How many rows it has.</param>
/// <param name="Columns">Its columns.</param>
/// <param name="Preview">The first rows, cell by cell as text; null where one is missing.</param>
/// <param name="Target">The column that is learned where nobody says another.</param>
/// <param name="Task">classification or regression.</param>
sealed record DatasetPreview(string Name, int Rows, DatasetColumn[] Columns, string?[][] Preview, string Target, string Task);

/// <summary>A column of a table.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Kind">number, text or boolean.</param>
/// <param name="Missing">How many cells are missing.</param>
sealed record DatasetColumn(string Name, ColumnType Kind, int Missing);
