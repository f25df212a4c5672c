namespace Thalweg.Descents;

/// <summary>Eigenvalues and eigenvectors of a symmetric matrix, by Jacobi's rotations: exact to rounding, for matrices of up to some hundred rows.</summary>
/// <remarks>Golub and Van Loan, Matrix Computations, section 8.5.</remarks>
public static class SymmetricEigen
{
    const int MostSweeps = 60;

    /// <summary>The eigenvalues, rising.</summary>
    public static double[] Values(Tensor matrix) => Of(matrix).Values;

    /// <summary>The eigenvalues, rising, and their eigenvectors as columns.</summary>
    /// <exception cref="ArgumentException">The matrix isn't square, or not symmetric.</exception>
    public static (double[] Values, Tensor Vectors) Of(Tensor matrix)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        if (matrix.Rank != 2 || matrix.Shape[0] != matrix.Shape[1])
        {
            throw new ArgumentException($"Eigenvalues are of square matrices, but the shape is {matrix.Shape}.", nameof(matrix));
        }
        var n = matrix.Shape[0];
        var a = matrix.ToArray<double>();
        var scale = a.Length == 0 ? 0 : a.Max(Math.Abs);
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (!(Math.Abs(a[i * n + j] - a[j * n + i]) <= 1e-6 * scale))
                {
                    throw new ArgumentException($"The matrix isn't symmetric: elements ({i}, {j}) and ({j}, {i}) are {a[i * n + j]} and {a[j * n + i]}.", nameof(matrix));
                }
                a[i * n + j] = a[j * n + i] = (a[i * n + j] + a[j * n + i]) / 2;
            }
        }
        var vectors = Tensor.Eye(n, type: DType.Float64).ToArray<double>();
        for (var sweep = 0; sweep < MostSweeps && Rotate(a, vectors, n); sweep++)
        {
        }
        var order = Enumerable.Range(0, n).OrderBy(i => a[i * n + i]).ToArray();
        return ([.. order.Select(i => a[i * n + i])], Tensor.From(vectors, n, n).Gather(order, axis: 1));
    }

    /// <summary>One round of rotations, one for each pair of rows; false where nothing was left to do.</summary>
    static bool Rotate(double[] a, double[] vectors, int n)
    {
        var moved = false;
        for (var p = 0; p < n; p++)
        {
            for (var q = p + 1; q < n; q++)
            {
                var off = a[p * n + q];
                if (Math.Abs(off) <= 1e-16 * Math.Sqrt(Math.Abs(a[p * n + p] * a[q * n + q])) || off == 0)
                {
                    continue;
                }
                moved = true;
                var ratio = (a[q * n + q] - a[p * n + p]) / (2 * off);
                var tangent = (ratio >= 0 ? 1 : -1) / (Math.Abs(ratio) + Math.Sqrt(1 + ratio * ratio));
                var cosine = 1 / Math.Sqrt(1 + tangent * tangent);
                var sine = tangent * cosine;
                for (var k = 0; k < n; k++)
                {
                    (a[k * n + p], a[k * n + q]) = (cosine * a[k * n + p] - sine * a[k * n + q], sine * a[k * n + p] + cosine * a[k * n + q]);
                }
                for (var k = 0; k < n; k++)
                {
                    (a[p * n + k], a[q * n + k]) = (cosine * a[p * n + k] - sine * a[q * n + k], sine * a[p * n + k] + cosine * a[q * n + k]);
                    (vectors[k * n + p], vectors[k * n + q]) = (cosine * vectors[k * n + p] - sine * vectors[k * n + q], sine * vectors[k * n + p] + cosine * vectors[k * n + q]);
                }
            }
        }
        return moved;
    }
}
