namespace Thalweg.Descents;

/// <summary>Numbers to be drawn: lines over a common axis.</summary>
/// <param name="Title">What is drawn along the vertical axis.</param>
/// <param name="Axis">What runs along the horizontal axis.</param>
/// <param name="Logarithmic">Whether the vertical axis is logarithmic.</param>
/// <param name="Lines">The lines.</param>
/// <param name="Labels">Names of the places 0, 1, … on the horizontal axis; null where it counts.</param>
/// <param name="IsAxisLogarithmic">Whether the horizontal axis is logarithmic too.</param>
public sealed record Chart(string Title, string Axis, bool Logarithmic, IReadOnlyList<ChartLine> Lines, IReadOnlyList<string>? Labels = null, bool IsAxisLogarithmic = false);

/// <summary>One of the series that a chart compares, with its place in the legend.</summary>
/// <param name="Name">Its name in the legend.</param>
/// <param name="X">Horizontal coordinates.</param>
/// <param name="Y">Vertical coordinates; NaN leaves a gap.</param>
public sealed record ChartLine(string Name, IReadOnlyList<double> X, IReadOnlyList<double> Y);
