using ScottPlot;

namespace Thalweg.Plots;

/// <summary>
/// How one series of a figure is drawn: a colour and a line pattern, each of which alone tells the series apart, so
/// that a figure can be read without colour vision, and in print.
/// </summary>
/// <remarks>
/// The colours are those of M. Okabe and K. Ito, "Color universal design", 2008, without the yellow, which is too pale
/// for a line on white.
/// </remarks>
/// <param name="Color">The line's colour.</param>
/// <param name="Pattern">The line's dashes.</param>
readonly record struct SeriesStyle(Color Color, LinePattern Pattern)
{
    static readonly Color[] Colors =
    [
        Color.FromHex("#0072B2"),       // blue
        Color.FromHex("#D55E00"),       // vermilion
        Color.FromHex("#009E73"),       // bluish green
        Color.FromHex("#CC79A7"),       // reddish purple
        Color.FromHex("#E69F00"),       // orange
        Color.FromHex("#56B4E9"),       // sky blue
        Color.FromHex("#000000"),
    ];

    static readonly LinePattern[] Patterns =
    [
        LinePattern.Solid,
        new([8, 4], 0, "dashed"),
        new([2, 3], 0, "dotted"),
        new([9, 3, 2, 3], 0, "dash-dot"),
        new([15, 4], 0, "long dashes"),
        new([4, 2], 0, "short dashes"),
    ];

    /// <summary>The style of the series at this position. Seven colours and six patterns repeat only after 42.</summary>
    public static SeriesStyle Of(int index) => new(Colors[index % Colors.Length], Patterns[index % Patterns.Length]);
}
