using Thalweg.Descents;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Descents;

public class SymmetricEigenTests
{
    [Fact]
    public void Eigenvectors_turn_the_matrix_into_its_eigenvalues()
    {
        foreach (var n in (int[])[1, 2, 5, 30])
        {
            var a = Tensor.RandomNormal([n, n], type: DType.Float64, stream: new RandomStream(n));
            var matrix = a + a.Transpose();
            var (values, vectors) = SymmetricEigen.Of(matrix);
            Near.Equal((vectors * Tensor.From(values)).ToArray<double>(), matrix.MatMul(vectors), 1e-12);
            Near.Equal(Tensor.Eye(n).ToArray<double>(), vectors.Transpose().MatMul(vectors), 1e-13);
            Assert.Equal(values.Order(), values);
        }
    }

    [Fact]
    public void Matrices_that_have_none_are_refused()
    {
        Assert.Throws<ArgumentException>(() => SymmetricEigen.Values(Tensor.Zeros([2, 3])));
        Assert.Throws<ArgumentException>(() => SymmetricEigen.Values(Tensor.From(new double[,] { { 1, 2 }, { 3, 4 } })));
    }
}
