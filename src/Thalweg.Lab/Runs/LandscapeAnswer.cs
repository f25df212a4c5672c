namespace Thalweg.Lab.Runs;

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
