namespace Thalweg.Tests.Reference;

/// <summary>An array of a reference file: row-major, widened to double, which holds every recorded type exactly.</summary>
/// <param name="DType">The recorded type: float32, float64, int32 or bool; float64 where the file names none.</param>
/// <param name="Shape">The length of each axis; empty for a scalar.</param>
/// <param name="Data">The values, the last axis running fastest.</param>
public sealed record ReferenceArray(string DType, int[] Shape, double[] Data)
{
    public float[] Floats => [.. Data.Select(value => (float)value)];

    public int[] Integers => [.. Data.Select(value => (int)value)];
}
