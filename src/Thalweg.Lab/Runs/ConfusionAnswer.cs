namespace Thalweg.Lab.Runs;

/// <summary>How often rows of each class are taken for each class.</summary>
/// <param name="Labels">The classes.</param>
/// <param name="Counts">Rows: what they are; columns: what they are taken for.</param>
/// <param name="Rows">training or validation: which rows were counted.</param>
/// <param name="Accuracy">The part of the rows whose class was found.</param>
sealed record ConfusionAnswer(IReadOnlyList<string> Labels, int[][] Counts, string Rows, double Accuracy);
