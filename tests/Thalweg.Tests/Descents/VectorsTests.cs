using Thalweg.Descents;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Descents;

public class VectorsTests
{
    [Fact]
    public void Vector_arithmetic()
    {
        Assert.Equal(11, Vectors.Dot([1, 2], [3, 4]));
        Assert.Equal(5, Vectors.Norm([3, 4]));
        Assert.Equal(4, Vectors.Greatest([3, -4]));
        Assert.True(double.IsNaN(Vectors.Greatest([1, double.NaN])));
        Assert.Equal([7.0, 10], Vectors.Add([1, 2], 2, [3, 4]));
        Assert.Equal([-2.0, -2], Vectors.Subtract([1, 2], [3, 4]));
        Assert.Equal([2.0, 4], Vectors.Scale(2, [1, 2]));
        double[] sum = [1, 2];
        Vectors.AddTo(sum, 2, [3, 4]);
        Assert.Equal([7.0, 10], sum);
        Assert.Equal(1, Vectors.Norm(Vectors.RandomUnit(50, new RandomStream(1))), 1e-15);
    }

    [Fact]
    public void Dot_products_have_the_same_bits_for_any_vector_width()
    {
        var stream = new RandomStream(1);
        var (a, b) = (new double[1003], new double[1003]);
        stream.Normal(a);
        stream.Normal(b);
        Widths.AssertSameBits(() => Tensor.Scalar(Vectors.Dot(a, b), DType.Float64));
        Assert.Equal(0, Vectors.Dot([], []));
    }

    [Fact]
    public void Tensors_go_into_one_vector_and_come_back()
    {
        Tensor[] parts = [Tensor.From(new float[,] { { 1, 2 }, { 3, 4 } }), Tensor.Of(5.0)];
        var flat = Vectors.Flat(parts);
        Assert.Equal([1.0, 2, 3, 4, 5], flat);
        var back = Vectors.Parts(flat, [.. parts.Select(part => (part.Shape, part.DType))]);
        Assert.Equal(parts.Select(part => part.ToString()), back.Select(part => part.ToString()));
    }
}
