using System.Globalization;
using Spectre.Console;

namespace Thalweg.Cli;

/// <summary>How far predicted numbers are from the true ones.</summary>
/// <param name="RSquared">1 − Σ(y − ŷ)² / Σ(y − ȳ)²: 1 is perfect, 0 is no better than the mean.</param>
/// <param name="RootMeanSquaredError">The root of the mean of (y − ŷ)², in the target's units.</param>
/// <param name="MeanAbsoluteError">The mean of |y − ŷ|, in the target's units.</param>
sealed record RegressionReport(double RSquared, double RootMeanSquaredError, double MeanAbsoluteError)
{
    /// <summary>Compares predictions with the truth.</summary>
    public static RegressionReport Of(ReadOnlySpan<double> truth, ReadOnlySpan<double> predicted)
    {
        if (truth.Length != predicted.Length || truth.Length == 0)
            throw new ArgumentException($"There are {truth.Length} true values and {predicted.Length} predictions: give one of each for every row, and at least one row.", nameof(predicted));
        double mean = 0;
        foreach (double value in truth)
            mean += value / truth.Length;
        double residual = 0, total = 0, absolute = 0;
        for (int i = 0; i < truth.Length; i++)
        {
            double error = truth[i] - predicted[i];
            residual += error * error;
            absolute += Math.Abs(error);
            total += (truth[i] - mean) * (truth[i] - mean);
        }
        return new RegressionReport(1 - residual / total, Math.Sqrt(residual / truth.Length), absolute / truth.Length);
    }

    /// <summary>Writes the report.</summary>
    /// <param name="console">Where to.</param>
    /// <param name="rows">Which rows were predicted, as "30 validation rows".</param>
    public void Write(IAnsiConsole console, string rows)
    {
        var table = TextTable.New("measure", "value");
        TextTable.AddRow(table, "R² (1 is perfect, 0 no better than the mean)", RSquared.ToString("0.0000", CultureInfo.InvariantCulture));
        TextTable.AddRow(table, "root mean squared error", RootMeanSquaredError.ToString("G5", CultureInfo.InvariantCulture));
        TextTable.AddRow(table, "mean absolute error", MeanAbsoluteError.ToString("G5", CultureInfo.InvariantCulture));
        TextTable.Write(console, $"On {rows}:", table);
    }
}
