using Thalweg.Kernels;

namespace Thalweg.Tests.Ops;

public class RowOperationTests
{
    [Fact]
    public void Types_without_a_loop_are_refused() =>
        Assert.Throws<InvalidOperationException>(() => new RowOperation<SoftmaxRows.Softmax>().Apply([2], DType.Int32, Tensor.Of(1, 2)));

    [Fact]
    public void The_last_axis_holds_the_rows()
    {
        var y = new RowOperation<SoftmaxRows.Softmax>().Apply([2, 1, 2], DType.Float64, Tensor.From([1.0, 1.0, 0.0, 0.0]).Reshape([2, 1, 2]));
        Assert.Equal([0.5, 0.5, 0.5, 0.5], y.ToArray<double>());
    }
}
