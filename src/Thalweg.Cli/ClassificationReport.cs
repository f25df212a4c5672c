using System.Globalization;
using Spectre.Console;

namespace Thalweg.Cli;

/// <summary>What a classifier gets right and wrong: precision and recall of each class, and the confusion matrix.</summary>
static class ClassificationReport
{
    /// <summary>More classes than this make a matrix that no terminal shows.</summary>
    const int MostColumns = 12;

    /// <summary>Writes the report.</summary>
    /// <param name="console">Where to.</param>
    /// <param name="matrix">The counts.</param>
    /// <param name="rows">Which rows were predicted, as "30 validation rows".</param>
    public static void Write(IAnsiConsole console, ConfusionMatrix matrix, string rows)
    {
        TextTable.Write(console, $"Accuracy {Percent(matrix.Accuracy)} on {rows}:", PerClass(matrix));
        if (matrix.Classes.Count <= MostColumns)
            TextTable.Write(console, "Confusion matrix, rows are the true class, columns the predicted one:", Counts(matrix));
    }

    static Table PerClass(ConfusionMatrix matrix)
    {
        var table = TextTable.New("class", "precision", "recall", "rows");
        for (int label = 0; label < matrix.Classes.Count; label++)
        {
            TextTable.AddRow(table, matrix.Classes[label], Percent(matrix.Precision(label)), Percent(matrix.Recall(label)),
                matrix.Support(label).ToString(CultureInfo.InvariantCulture));
        }
        return table;
    }

    static Table Counts(ConfusionMatrix matrix)
    {
        var table = TextTable.New(["true \\ predicted", .. matrix.Classes]);
        for (int truth = 0; truth < matrix.Classes.Count; truth++)
        {
            TextTable.AddRow(table, [matrix.Classes[truth], .. Enumerable.Range(0, matrix.Classes.Count).Select(predicted => matrix[truth, predicted].ToString(CultureInfo.InvariantCulture))]);
        }
        return table;
    }

    static string Percent(double part) => double.IsNaN(part) ? "none" : (part * 100).ToString("0.0", CultureInfo.InvariantCulture) + " %";
}
