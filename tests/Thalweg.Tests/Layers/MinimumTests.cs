using Thalweg.Layers;
using Thalweg.Tests.Contracts;
using Thalweg.Tests.Reference;

namespace Thalweg.Tests.Layers;

public class MinimumTests : MergeContract
{
    protected override Layer Default => new Minimum();

    protected override Layer From(ReferenceNode args) => new Minimum();

    [Fact]
    public void The_example() => Near.Equal([1, 2], new Minimum().Apply([Tensor.Of(1f, 2f), Tensor.Of(3f, 4f)]), 0);
}
