using Thalweg.Metrics;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Metrics;

public class ClassCountsTests
{
    [Fact]
    public void Pairs_are_counted_by_weight() =>
        Near.Equal([0, 3, 2, 0], ClassCounts.Of(Tensor.Of(0, 1, 0), Tensor.Of(1, 0, 1), 2, Tensor.Of(1.0, 2, 2)), 0);
}
