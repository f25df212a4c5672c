namespace Thalweg.Models;

/// <summary>Weights per class as weights per sample.</summary>
static class ClassWeights
{
    /// <summary>The weight of each row's class; 1 for a class that isn't listed. Times the rows' own weights where there are any.</summary>
    /// <exception cref="ArgumentException">The labels have another shape than (rows), (rows, 1) or one-hot (rows, classes).</exception>
    public static Tensor PerSample(Tensor y, IReadOnlyDictionary<int, double> weights, Tensor? sampleWeight)
    {
        var labels = y.Rank switch
        {
            1 => y,
            2 when y.Shape[1] == 1 => y.Squeeze(1),
            2 => y.ArgMax(axis: 1),
            _ => throw new ArgumentException($"Class weights need labels of shape (rows), (rows, 1) or one-hot (rows, classes), but they have {y.Shape}. Use sampleWeight.", nameof(y)),
        };
        var perRow = labels.ToArray<int>();
        var values = new float[perRow.Length];
        for (var row = 0; row < values.Length; row++)
        {
            values[row] = (float)weights.GetValueOrDefault(perRow[row], 1);
        }
        var result = Tensor.From(values);
        return sampleWeight is null ? result : result * sampleWeight.Reshape(result.Shape);
    }
}
