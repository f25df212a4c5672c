namespace Thalweg.Exchange.Tests;

static class Close
{
    /// <summary>Element by element within 1e-5, absolute or relative.</summary>
    public static void Assert(Tensor expected, Tensor actual, double tolerance = 1e-5)
    {
        Xunit.Assert.Equal(expected.Shape, actual.Shape);
        var (a, b) = (expected.ToArray<double>(), actual.ToArray<double>());
        for (int i = 0; i < a.Length; i++)
            Xunit.Assert.True(a[i].Equals(b[i]) || Math.Abs(a[i] - b[i]) <= tolerance * Math.Max(1, Math.Abs(a[i])), $"element {i}: expected {a[i]:R}, got {b[i]:R}");
    }

    /// <summary>The same bits.</summary>
    public static void Same(IReadOnlyList<Tensor> expected, IReadOnlyList<Tensor> actual)
    {
        Xunit.Assert.Equal(expected.Count, actual.Count);
        for (int i = 0; i < expected.Count; i++)
            Xunit.Assert.Equal(expected[i].ToArray<float>(), actual[i].ToArray<float>());
    }
}
