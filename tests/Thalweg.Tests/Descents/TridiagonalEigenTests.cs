using Thalweg.Descents;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Descents;

public class TridiagonalEigenTests
{
    [Fact]
    public void Eigenvectors_turn_the_matrix_into_its_eigenvalues()
    {
        foreach (var n in (int[])[1, 2, 3, 25])
        {
            var stream = new RandomStream(n);
            var (diagonal, beside) = (new double[n], new double[n]);
            stream.Normal(diagonal);
            stream.Normal(beside);
            if (n > 3)
            {
                beside[4] = 0;      // falls into two blocks
            }
            var matrix = Dense(diagonal, beside);
            var (values, vectors) = TridiagonalEigen.Of(diagonal, beside);
            Near.Equal(SymmetricEigen.Values(matrix), values, 1e-13);
            var v = Tensor.From(vectors);
            Near.Equal((v * Tensor.From(values)).ToArray<double>(), matrix.MatMul(v), 1e-13);
            var (again, components) = TridiagonalEigen.Of(diagonal, beside, n - 1);
            Assert.Equal(values, again);
            Near.Equal(vectors.Cast<double>().TakeLast(n).ToArray(), components, 0);
            Near.Equal(Tensor.Eye(n).ToArray<double>(), v.Transpose().MatMul(v), 1e-13);
        }
    }

    [Fact]
    public void The_chain_of_springs_has_its_known_frequencies()
    {
        const int N = 40;
        var (values, _) = TridiagonalEigen.Of([.. Enumerable.Repeat(2.0, N)], [.. Enumerable.Repeat(-1.0, N - 1)]);
        Near.Equal([.. Enumerable.Range(1, N).Select(k => 4 * Math.Pow(Math.Sin(k * Math.PI / (2 * (N + 1))), 2))], values, 1e-13);
    }

    [Fact]
    public void Zeros_have_zeros() => Near.Equal([0, 0, 0], TridiagonalEigen.Of([0, 0, 0], [0, 0]).Values, 0);

    static Tensor Dense(double[] diagonal, double[] beside)
    {
        var n = diagonal.Length;
        var matrix = new double[n, n];
        for (var i = 0; i < n; i++)
        {
            matrix[i, i] = diagonal[i];
            if (i + 1 < n)
            {
                matrix[i, i + 1] = matrix[i + 1, i] = beside[i];
            }
        }
        return Tensor.From(matrix);
    }
}
