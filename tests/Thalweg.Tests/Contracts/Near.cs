namespace Thalweg.Tests.Contracts;

/// <summary>Compares numbers within a tolerance, relative to the greater of 1 and the number expected; says where they differ most.</summary>
static class Near
{
    public static void Equal(ReadOnlySpan<double> expected, ReadOnlySpan<double> actual, double tolerance, string what = "values")
    {
        Assert.True(expected.Length == actual.Length, $"{what}: {actual.Length} numbers where {expected.Length} were expected");
        for (var i = 0; i < expected.Length; i++)
        {
            Assert.True(
                IsNear(expected[i], actual[i], tolerance),
                FormattableString.Invariant($"{what}: element {i} is {actual[i]:r}, expected {expected[i]:r} within {tolerance}"));
        }
    }

    public static void Equal(ReadOnlySpan<double> expected, Tensor actual, double tolerance, string what = "values") =>
        Equal(expected, actual.ToArray<double>(), tolerance, what);

    public static void Equal(Tensor expected, Tensor actual, double tolerance = 0, string what = "values")
    {
        Assert.Equal(expected.Shape, actual.Shape);
        Equal(expected.ToArray<double>(), actual.ToArray<double>(), tolerance, what);
    }

    public static void Equal(double expected, double actual, double tolerance, string what = "value") => Equal([expected], [actual], tolerance, what);

    static bool IsNear(double expected, double actual, double tolerance) =>
        double.IsNaN(expected) ? double.IsNaN(actual)
        : double.IsInfinity(expected) ? expected == actual
        : Math.Abs(expected - actual) <= tolerance * Math.Max(1, Math.Abs(expected));
}
