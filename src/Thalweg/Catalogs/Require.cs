using System.Numerics;
using System.Runtime.CompilerServices;

namespace Thalweg.Catalogs;

/// <summary>Settings as they come in: returned where they are in range, otherwise an error that says the range.</summary>
static class Require
{
    public static T Positive<T>(T value, [CallerArgumentExpression(nameof(value))] string? name = null) where T : INumber<T> =>
        value > T.Zero && T.IsFinite(value) ? value : throw Out(value, name, "positive");

    public static T NotNegative<T>(T value, [CallerArgumentExpression(nameof(value))] string? name = null) where T : INumber<T> =>
        value >= T.Zero && T.IsFinite(value) ? value : throw Out(value, name, "0 or more");

    /// <summary>In [0, 1).</summary>
    public static double InUnitInterval(double value, [CallerArgumentExpression(nameof(value))] string? name = null) =>
        value is >= 0 and < 1 ? value : throw Out(value, name, "at least 0 and below 1");

    static ArgumentOutOfRangeException Out<T>(T value, string? name, string range) => new(name, value, $"{name} must be {range}.");
}
