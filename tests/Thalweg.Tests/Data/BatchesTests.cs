using Thalweg.Data;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Data;

public class BatchesTests
{
    static readonly Tensor X = Tensor.Arange(7, DType.Float32).Reshape([7, 1]);

    [Fact]
    public void In_order_the_last_batch_has_what_remains()
    {
        var batches = new Batches(3, null, X, null);
        Assert.Equal((3, 7, 3), (batches.Count, batches.Rows, batches.Size));
        var parts = batches.Epoch().ToArray();
        Assert.Equal([3, 3, 1], parts.Select(part => part[0]!.Shape[0]));
        Assert.All(parts, part => Assert.Null(part[1]));
        Near.Equal(X, Tensor.Concat([.. parts.Select(part => part[0]!)]));
    }

    [Fact]
    public void In_a_drawn_order_every_row_comes_once_and_epochs_differ()
    {
        var batches = new Batches(3, new RandomStream(1), X, X * 2);
        double[] Order() => [.. batches.Epoch().SelectMany(part =>
        {
            Near.Equal(part[0]! * 2, part[1]!);
            return part[0]!.ToArray<double>();
        })];
        var (first, second) = (Order(), Order());
        Assert.Equal([0, 1, 2, 3, 4, 5, 6], first.Order());
        Assert.NotEqual(first, second);
    }

    [Fact]
    public void A_batch_has_at_least_one_row() => Assert.Throws<ArgumentOutOfRangeException>(() => new Batches(0, null, X));
}
