using System.Globalization;
using ScottPlot;

namespace Thalweg.Plots;

/// <summary>
/// The ticks of a logarithmic axis, whose coordinates are decimal logarithms: labelled decades, small ticks at 2 … 9
/// times each; where few decades are in sight, 2 and 5 times are labelled too.
/// </summary>
sealed class LogTicks : ITickGenerator
{
    const int FewDecades = 2;
    const int MostLabels = 8;

    public Tick[] Ticks { get; private set; } = [];

    public int MaxTickCount { get; set; } = 200;

    public void Regenerate(CoordinateRange range, Edge edge, PixelLength size, Paint paint, LabelStyle labelStyle)
    {
        if (!(double.IsFinite(range.Min) && double.IsFinite(range.Max)))
        {
            Ticks = [];
            return;
        }
        int first = (int)Math.Floor(range.Min), last = (int)Math.Ceiling(range.Max);
        int every = Math.Max(1, (last - first + MostLabels - 1) / MostLabels);
        bool few = range.Max - range.Min <= FewDecades;
        var ticks = new List<Tick>();
        for (int decade = first; decade <= last && ticks.Count < MaxTickCount; decade++)
        {
            for (int digit = 1; digit < (every == 1 ? 10 : 2); digit++)
            {
                double position = decade + Math.Log10(digit);
                if (position < range.Min || position > range.Max)
                    continue;
                bool labelled = digit == 1 ? decade % every == 0 : few && digit is 2 or 5;
                ticks.Add(labelled ? Tick.Major(position, Label(digit, decade)) : Tick.Minor(position));
            }
        }
        Ticks = [.. ticks];
    }

    /// <summary>digit · 10^decade: in full where that is short, else with an exponent.</summary>
    static string Label(int digit, int decade) => decade is >= -4 and <= 4
        ? (digit * Math.Pow(10, decade)).ToString("0.####", CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{digit}e{decade}").Replace('-', '−');
}
