namespace Thalweg.Lab.Reports;

/// <summary>A chart of a report, for browsers that run its script.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="X">What the horizontal axis counts.</param>
/// <param name="Log">Whether the vertical axis is logarithmic.</param>
/// <param name="Curves">Its curves in the order of the legend.</param>
sealed record ReportChart(string Title, string X, bool Log, IReadOnlyList<ReportCurve> Curves);

/// <summary>A curve of a chart.</summary>
/// <param name="Name">Its name in the legend.</param>
/// <param name="X">Places.</param>
/// <param name="Y">Values there; those that aren't finite become gaps.</param>
sealed record ReportCurve(string Name, IReadOnlyList<double> X, IReadOnlyList<double> Y);
