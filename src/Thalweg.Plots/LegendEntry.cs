namespace Thalweg.Plots;

/// <summary>One line of a figure's legend.</summary>
/// <param name="Label">What the series shows.</param>
/// <param name="Style">How its line is drawn.</param>
/// <param name="Circles">Whether its line carries open circles.</param>
readonly record struct LegendEntry(string Label, SeriesStyle Style, bool Circles = false);
