using System.Numerics.Tensors;

namespace Thalweg.Descents;

/// <summary>How many of some numbers lie between edges.</summary>
/// <param name="Edges">The edges, rising; one more than there are counts.</param>
/// <param name="Counts">How many lie between two neighbours: the lower edge included, the upper not, except for the last.</param>
/// <param name="Others">How many numbers aren't counted: those that aren't finite, and zeros in a histogram of magnitudes.</param>
public sealed record Histogram(IReadOnlyList<double> Edges, IReadOnlyList<int> Counts, int Others)
{
    const int LeastExponent = -40, Magnitudes2 = 48;

    static readonly double[] PowersOfTwo = [.. Enumerable.Range(0, Magnitudes2 + 1).Select(i => Math.ScaleB(1, LeastExponent + i))];

    /// <summary>How many numbers are counted.</summary>
    public int Total => Counts.Sum();

    /// <summary>Numbers between the least and the greatest of them, in bins of equal width.</summary>
    public static Histogram Linear(ReadOnlySpan<float> values, int bins = 32)
    {
        var counts = new int[bins];
        var (low, high, others) = (float.PositiveInfinity, float.NegativeInfinity, 0);
        if (values.Length > 0)
        {
            (low, high) = (TensorPrimitives.Min(values), TensorPrimitives.Max(values));
        }
        if (!float.IsFinite(low) || !float.IsFinite(high))
        {
            (low, high) = (float.PositiveInfinity, float.NegativeInfinity);
            foreach (var value in values)
            {
                if (float.IsFinite(value))
                {
                    (low, high) = (Math.Min(low, value), Math.Max(high, value));
                }
            }
        }
        if (!(low <= high))
        {
            return new Histogram([.. Enumerable.Range(0, bins + 1).Select(i => (double)i / bins)], counts, values.Length);
        }
        var width = high > low ? ((double)high - low) / bins : 1;
        var scale = (float)(1 / width);
        foreach (var value in values)
        {
            if (!float.IsFinite(value))
            {
                others++;
                continue;
            }
            counts[Math.Min(bins - 1, (int)((value - low) * scale))]++;
        }
        return new Histogram([.. Enumerable.Range(0, bins + 1).Select(i => low + i * width)], counts, others);
    }

    /// <summary>
    /// Absolute values in bins that each reach to the double: from 2⁻⁴⁰ (9e-13) to 2⁸. What is smaller counts with the first,
    /// what is larger with the last; zeros aren't counted.
    /// </summary>
    public static Histogram Magnitudes(ReadOnlySpan<float> values)
    {
        var (counts, others) = (new int[Magnitudes2], 0);
        foreach (var value in values)
        {
            if (value == 0 || !float.IsFinite(value))
            {
                others++;
                continue;
            }
            var exponent = (BitConverter.SingleToInt32Bits(value) >> 23 & 255) - 127;
            counts[Math.Clamp(exponent - LeastExponent, 0, Magnitudes2 - 1)]++;
        }
        return new Histogram(PowersOfTwo, counts, others);
    }
}
