namespace Thalweg.Metrics;

/// <summary>Counts pairs of class numbers.</summary>
static class ClassCounts
{
    /// <summary>(classes, classes): rows expected, columns predicted, each pair by its weight.</summary>
    public static Tensor Of(Tensor expected, Tensor predicted, int classes, Tensor? weight)
    {
        var (rows, columns) = (expected.Flatten().Cast(DType.Int32).OneHot(classes, DType.Float64), predicted.Flatten().Cast(DType.Int32).OneHot(classes, DType.Float64));
        if (weight is not null)
        {
            rows *= weight.Cast(DType.Float64).Reshape([-1, 1]);
        }
        return rows.Transpose().MatMul(columns);
    }
}
