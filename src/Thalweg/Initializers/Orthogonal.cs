using Thalweg.Catalogs;

namespace Thalweg.Initializers;

/// <summary>A random matrix with orthogonal columns of length 1, or rows where these are fewer, times a gain.</summary>
/// <remarks>
/// Normally distributed numbers, made orthonormal: the Q of their QR decomposition with a positive diagonal in R, which is evenly
/// distributed. A kernel of more axes is a matrix of (all but the last, last). Saxe et al., 2014, arXiv 1312.6120.
/// </remarks>
/// <param name="Gain">The length of the vectors.</param>
/// <param name="Seed">A seed of its own; the same values each time.</param>
[Named("orthogonal")]
public sealed record Orthogonal(double Gain = 1, long? Seed = null) : Initializer
{
    /// <inheritdoc/>
    public override Tensor Make(Shape shape, DType type = DType.Float32)
    {
        if (shape.Rank < 2)
        {
            throw new ArgumentException($"The orthogonal initialiser makes weights of 2 axes or more, but the shape is {shape}.", nameof(shape));
        }
        var (rows, columns) = (shape[..^1].Size, shape[^1]);
        var (count, length) = (Math.Min(rows, columns), Math.Max(rows, columns));
        var vectors = Tensor.RandomNormal([count, length], type: DType.Float64, stream: Stream(Seed)).ToArray<double>();
        for (var i = 0; i < count; i++)
        {
            Orthonormalize(vectors, i, length);
        }
        var made = Tensor.From(vectors, count, length);
        return ((rows < columns ? made : made.Transpose()).Reshape(shape) * Gain).Cast(type);
    }

    /// <summary>Takes out of a vector what lies along those before it, twice so that rounding doesn't show, and gives it length 1.</summary>
    static void Orthonormalize(Span<double> vectors, int index, int length)
    {
        var own = vectors.Slice(index * length, length);
        for (var pass = 0; pass < 2; pass++)
        {
            for (var j = 0; j < index; j++)
            {
                var other = vectors.Slice(j * length, length);
                var along = Dot(own, other);
                for (var k = 0; k < length; k++)
                {
                    own[k] -= along * other[k];
                }
            }
        }
        var norm = Math.Sqrt(Dot(own, own));
        foreach (ref var value in own)
        {
            value /= norm;
        }
    }

    /// <summary>Summed from left to right, so that the bits are the same everywhere.</summary>
    static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
