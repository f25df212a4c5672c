namespace Thalweg.Lab.Runs;

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
