namespace Thalweg.Descents;

/// <summary>
/// Lanczos's method: from products of a symmetric matrix with vectors, an orthonormal basis in which it is tridiagonal, and
/// whose extreme eigenvalues soon are those of the matrix. Every new vector is made orthogonal to all before it, twice.
/// </summary>
/// <remarks>
/// Lanczos, 1950; Golub and Van Loan, Matrix Computations, chapter 10. Without the full reorthogonalisation rounding would
/// bring converged eigenvalues in again as copies ("ghosts").
/// </remarks>
sealed class Lanczos
{
    readonly Func<double[], double[]> product;
    readonly RandomStream stream;
    readonly List<double[]> basis = [];
    readonly List<double> diagonal = [], beside = [];
    double[]? next;
    double scale;

    /// <summary>Begins from a random vector.</summary>
    /// <param name="product">The matrix times a vector.</param>
    /// <param name="size">The number of rows.</param>
    /// <param name="stream">Where the first vector comes from.</param>
    public Lanczos(Func<double[], double[]> product, int size, RandomStream stream)
    {
        (this.product, this.stream, Size) = (product, stream, size);
        next = Vectors.RandomUnit(size, stream);
    }

    /// <summary>The number of rows of the matrix.</summary>
    public int Size { get; }

    /// <summary>How many products were taken; as many vectors are in the basis.</summary>
    public int Steps => basis.Count;

    /// <summary>Whether the basis spans everything that the first vector leads to.</summary>
    public bool IsInvariant => beside.Count > 0 && beside[^1] == 0;

    /// <summary>Takes one product more. After an invariant subspace it goes on from a random vector outside it.</summary>
    public void Step()
    {
        next ??= Outside();
        basis.Add(next);
        var w = product(next);
        diagonal.Add(Vectors.Dot(next, w));
        scale = Math.Max(scale, Vectors.Norm(w));
        Orthogonalise(w);
        var length = Vectors.Norm(w);
        var isNothing = !(length > 1e-13 * scale) || basis.Count == Size;
        beside.Add(isNothing ? 0 : length);
        next = isNothing ? null : Vectors.Scale(1 / length, w);
    }

    /// <summary>The eigenvalues of the tridiagonal matrix, rising, and how far each may be off: |A v − θ v|.</summary>
    public (double[] Values, double[] Residuals) Ritz()
    {
        var (values, last) = TridiagonalEigen.Of(diagonal, beside, Steps - 1);
        return (values, Array.ConvertAll(last, component => Math.Abs(beside[^1] * component)));
    }

    /// <summary>The eigenvalues of the tridiagonal matrix, rising, with the part that the first vector has in each: its square along their vectors.</summary>
    public (double[] Values, double[] Parts) Quadrature()
    {
        var (values, first) = TridiagonalEigen.Of(diagonal, beside, 0);
        return (values, Array.ConvertAll(first, component => component * component));
    }

    /// <summary>The eigenvalues at both ends, with their vectors.</summary>
    /// <param name="product">The matrix times a vector.</param>
    /// <param name="size">The number of rows.</param>
    /// <param name="greatest">How many of the greatest.</param>
    /// <param name="least">How many of the least.</param>
    /// <param name="tolerance">|A v − λ v| over |λ|, at which an eigenvalue is good enough; over the greatest |λ| for those near zero.</param>
    /// <param name="most">The most products.</param>
    /// <param name="stream">Where the first vector comes from.</param>
    public static (double[] Values, double[][] Vectors, double[] Residuals, bool Converged, int Products) Ends(
        Func<double[], double[]> product, int size, int greatest, int least, double tolerance, int most, RandomStream stream)
    {
        var lanczos = new Lanczos(product, size, stream);
        while (true)
        {
            lanczos.Step();
            var enough = lanczos.Steps >= Math.Min(size, greatest + least);
            if (!enough && lanczos.Steps < most)
            {
                continue;
            }
            var (values, residuals) = lanczos.Ritz();
            int[] wanted = [.. Enumerable.Range(0, values.Length).Where(i => i < least || i >= values.Length - greatest)];
            var floor = 1e-3 * values.Max(Math.Abs);
            var converged = enough && wanted.All(i => residuals[i] <= tolerance * Math.Max(Math.Abs(values[i]), floor));
            if (converged || lanczos.Steps >= Math.Min(size, most))
            {
                return (
                    [.. wanted.Select(i => values[i])], lanczos.RitzVectors(wanted), [.. wanted.Select(i => residuals[i])],
                    converged, lanczos.Steps);
            }
        }
    }

    double[][] RitzVectors(int[] wanted)
    {
        var (_, vectors) = TridiagonalEigen.Of(diagonal, beside);
        return Array.ConvertAll(wanted, i =>
        {
            var vector = new double[Size];
            for (var k = 0; k < Steps; k++)
            {
                Vectors.AddTo(vector, vectors[k, i], basis[k]);
            }
            return vector;
        });
    }

    double[] Outside()
    {
        var vector = Vectors.RandomUnit(Size, stream);
        Orthogonalise(vector);
        return Vectors.Scale(1 / Vectors.Norm(vector), vector);
    }

    void Orthogonalise(double[] vector)
    {
        for (var pass = 0; pass < 2; pass++)
        {
            foreach (var other in basis)
            {
                Vectors.AddTo(vector, -Vectors.Dot(vector, other), other);
            }
        }
    }
}
