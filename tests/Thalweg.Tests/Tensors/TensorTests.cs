using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Tensors;

public class TensorTests
{
    static readonly Tensor X = Tensor.From(new float[,] { { 1, 2, 3 }, { 4, 5, 6 } });

    [Fact]
    public void Shape_type_and_size()
    {
        Assert.Equal([2, 3], X.Shape);
        Assert.Equal((DType.Float32, 2, 6), (X.DType, X.Rank, X.Size));
    }

    [Fact]
    public void Values_come_out_as_arrays_spans_and_numbers()
    {
        Assert.Equal(new float[] { 1, 2, 3, 4, 5, 6 }, X.ToArray<float>());
        Assert.Equal(new[] { 1, 2, 3, 4, 5, 6 }, X.ToArray<int>());
        Assert.Equal(6, X.AsSpan<float>().Length);
        Assert.Equal(6, X[1, 2].Item());
        var span = X.AsTensorSpan<float>();
        Assert.Equal(2, span.Rank);
        Assert.Equal(6f, span[1, 2]);
        Assert.Equal(1, Tensor.Of(true).Item());
    }

    [Fact]
    public void A_wrong_way_out_says_the_right_one()
    {
        Assert.Contains("Float32", Assert.Throws<InvalidOperationException>(() => X.AsSpan<double>()).Message, StringComparison.Ordinal);
        Assert.Contains("(2, 3)", Assert.Throws<InvalidOperationException>(() => X.Item()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_went_in_can_change_without_the_tensor()
    {
        var values = new[] { 1f, 2f };
        var x = Tensor.From(values);
        values[0] = 9;
        var copy = x.ToArray<float>();
        copy[1] = 9;
        Near.Equal([1, 2], x, 0);
    }
}
