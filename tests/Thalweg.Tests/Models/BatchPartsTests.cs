using Thalweg.Models;

namespace Thalweg.Tests.Models;

public class BatchPartsTests
{
    [Fact]
    public void A_list_is_taken_apart_by_its_counts()
    {
        Tensor[] batch = [.. Enumerable.Range(0, 6).Select(i => Tensor.Ones([3, i + 1]))];
        var parts = BatchParts.Of(batch, inputs: 2, outputs: 2);
        Assert.Equal((batch[0], batch[3], 2, 2, 3), (parts.X[0], parts.Y[1], parts.X.Length, parts.Y.Length, parts.Rows));
        Assert.Same(batch[5], parts.WeightOf(1));
        Assert.Same(batch[4], BatchParts.Of(batch[..5], 2, 2).WeightOf(1));
        Assert.Null(BatchParts.Of(batch[..4], 2, 2).WeightOf(1));
    }
}
