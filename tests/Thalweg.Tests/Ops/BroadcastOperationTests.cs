using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Ops;

public class BroadcastOperationTests
{
    [Fact]
    public void Equal_where_it_stretches_alike()
    {
        var (first, second) = (new BroadcastOperation(new GatherStrided([4, 3], [0, 1], 0)), new BroadcastOperation(new GatherStrided([4, 3], [0, 1], 0)));
        Assert.Equal<Operation>(first, second);
        Near.Equal([1, 2, 1, 2], new BroadcastOperation(new GatherStrided([2, 2], [0, 1], 0)).Apply([2, 2], DType.Float64, Tensor.Of(1.0, 2)), 0);
    }
}
