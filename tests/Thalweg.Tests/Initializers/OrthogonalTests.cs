using Thalweg.Initializers;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Initializers;

public class OrthogonalTests : InitializerContract
{
    protected override string ClassName => "Orthogonal";

    protected override Initializer Seeded(long seed) => new Orthogonal(Seed: seed);

    [Theory]
    [InlineData(5, 3)]
    [InlineData(3, 5)]
    [InlineData(4, 4)]
    public void The_shorter_sides_vectors_are_orthonormal(int rows, int columns)
    {
        var q = new Orthogonal(2, 7).Make([rows, columns], DType.Float64) / 2;
        Near.Equal(Tensor.Eye(Math.Min(rows, columns), type: DType.Float64), rows < columns ? q.MatMul(q.Transpose()) : q.Transpose().MatMul(q), 1e-14);
    }

    [Fact]
    public void Kernels_of_more_axes_are_matrices_and_vectors_are_refused()
    {
        var q = new Orthogonal(Seed: 1).Make([2, 2, 3, 4], DType.Float64).Reshape([12, 4]);
        Near.Equal(Tensor.Eye(4, type: DType.Float64), q.Transpose().MatMul(q), 1e-14);
        Assert.Throws<ArgumentException>(() => new Orthogonal().Make([3]));
    }
}
