using Thalweg.Layers;
using Thalweg.Tests.Contracts;
using Thalweg.Tests.Reference;

namespace Thalweg.Tests.Layers;

public class MaximumTests : MergeContract
{
    protected override Layer Default => new Maximum();

    protected override Layer From(ReferenceNode args) => new Maximum();

    [Fact]
    public void The_example() => Near.Equal([3, 4], new Maximum().Apply([Tensor.Of(1f, 2f), Tensor.Of(3f, 4f)]), 0);
}
