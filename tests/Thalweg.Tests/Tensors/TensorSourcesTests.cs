using System.Numerics.Tensors;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Tensors;

public class TensorSourcesTests
{
    [Fact]
    public void Numbers_arrays_and_spans()
    {
        Assert.Equal(DType.Int32, Tensor.Of(1, 2).DType);
        Assert.Equal([2, 2], Tensor.From(new[] { 1f, 2, 3, 4 }, 2, -1).Shape);
        Assert.Equal([4], Tensor.From(new[] { 1f, 2, 3, 4 }).Shape);
        Assert.Equal([2], Tensor.From(new[] { 1f, 2, 3 }.AsSpan(1)).Shape);
        Assert.Equal([1, 2, 2], Tensor.From(new[, ,] { { { 1, 2 }, { 3, 4 } } }).Shape);
        Assert.Equal([0, 2], Tensor.From(new double[0, 2]).Shape);
        Assert.Equal(DType.Bool, Tensor.From(new[,] { { true } }).DType);
        foreach (var type in Enum.GetValues<DType>())
        {
            Assert.Equal((1.0, type), (Tensor.Scalar(1, type).Item(), Tensor.Scalar(1, type).DType));
        }
    }

    [Fact]
    public void Spans_of_the_NET_libraries()
    {
        var span = new ReadOnlyTensorSpan<double>(new double[] { 1, 2, 3, 4, 5, 6 }, [2, 3]);
        var x = Tensor.From(span);
        Assert.Equal([2, 3], x.Shape);
        Near.Equal([1, 2, 3, 4, 5, 6], x, 0);
        Near.Equal([2, 3, 5, 6], Tensor.From(span.Slice([0..2, 1..3])), 0);
    }

    [Fact]
    public void What_does_not_fit_is_named()
    {
        Assert.Contains("(2, 2)", Assert.Throws<ArgumentException>(() => Tensor.From(new[] { 1f, 2, 3 }, 2, 2)).Message, StringComparison.Ordinal);
        Assert.Contains("Decimal", Assert.Throws<ArgumentException>(() => Tensor.From(new[,] { { 1m } })).Message, StringComparison.Ordinal);
        Assert.Contains("rectangular", Assert.Throws<ArgumentException>(() => Tensor.From(new[,] { { new[] { 1 } } })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_function_may_write_the_elements() =>
        Assert.Equal([0f, 1f, 4f], Tensor.Filled<float>([3], span =>
        {
            for (int i = 0; i < span.Length; i++)
                span[i] = i * i;
        }).ToArray<float>());
}
