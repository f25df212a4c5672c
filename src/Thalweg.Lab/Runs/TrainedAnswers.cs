namespace Thalweg.Lab.Runs;

/// <summary>How often rows of each class are taken for each class.</summary>
/// <param name="Labels">The classes.</param>
/// <param name="Counts">Rows: what they are; columns: what they are taken for.</param>
/// <param name="Rows">training or validation: which rows were counted.</param>
/// <param name="Accuracy">The part of the rows whose class was found.</param>
sealed record ConfusionAnswer(IReadOnlyList<string> Labels, int[][] Counts, string Rows, double Accuracy);

/// <summary>What a network says over a grid of two features.</summary>
/// <param name="X">The left and the right edge, in the table's units.</param>
/// <param name="Y">The lower and the upper edge.</param>
/// <param name="Columns">Points in a row.</param>
/// <param name="Rows">Rows.</param>
/// <param name="Features">The two features.</param>
/// <param name="Inputs">All features.</param>
/// <param name="Labels">The classes; none where numbers are learned.</param>
/// <param name="Values">Numbers of classes, or the numbers that are learned, row by row from the bottom.</param>
/// <param name="Probabilities">How sure it is of each class; null where numbers are learned.</param>
/// <param name="Points">Training rows at their place.</param>
sealed record BoundaryAnswer(
    double[] X, double[] Y, int Columns, int Rows, string[] Features, IReadOnlyList<string> Inputs, IReadOnlyList<string> Labels,
    double[] Values, double[]? Probabilities, BoundaryPoint[] Points);

/// <summary>A training row over two features.</summary>
/// <param name="X">The one feature.</param>
/// <param name="Y">The other.</param>
/// <param name="Label">Its class; null where numbers are learned.</param>
/// <param name="Value">Its number; null where classes are learned.</param>
sealed record BoundaryPoint(double X, double Y, int? Label, double? Value);

/// <summary>The loss around a network's weights.</summary>
/// <param name="X">The left and the right edge.</param>
/// <param name="Y">The lower and the upper edge; 0 of a slice.</param>
/// <param name="Values">Losses, row by row from the bottom.</param>
/// <param name="Columns">Points in a row.</param>
/// <param name="Rows">Rows; 1 of a slice.</param>
/// <param name="Path">The training's way over the plane of its principal components.</param>
/// <param name="Distance">How far from the plane each place of the way is.</param>
/// <param name="Explained">The parts of the way's variance that lie along the plane's axes.</param>
/// <param name="Centre">Where the weights are.</param>
sealed record LandscapeAnswer(double[] X, double[] Y, double[] Values, int Columns, int Rows, double[][] Path, double[] Distance, double[]? Explained, double[] Centre)
{
    /// <summary>Of a slice: the weight that it goes along.</summary>
    public string? Weight { get; init; }

    /// <summary>Of a slice: how many weights there are.</summary>
    public int? Weights { get; init; }
}
