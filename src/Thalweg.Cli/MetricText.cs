using System.Globalization;

namespace Thalweg.Cli;

/// <summary>Losses and metrics as people read them: four decimals, or an exponent where those would show nothing.</summary>
static class MetricText
{
    /// <summary>One number.</summary>
    public static string Of(double value) => value.ToString(Math.Abs(value) is > 0 and < 1e-3 or >= 1e5 ? "0.00e+0" : "0.0000", CultureInfo.InvariantCulture);

    /// <summary>All numbers of an epoch: loss 0.0123, accuracy 0.9933.</summary>
    public static string Of(IReadOnlyDictionary<string, double> logs) =>
        string.Join(", ", logs.Select(pair => $"{pair.Key} {Of(pair.Value)}"));
}
