using Thalweg.Layers;
using Thalweg.Tests.Contracts;
using Thalweg.Tests.Reference;

namespace Thalweg.Tests.Layers;

public class MultiplyTests : MergeContract
{
    protected override Layer Default => new Multiply();

    protected override Layer From(ReferenceNode args) => new Multiply();

    [Fact]
    public void The_example() => Near.Equal([3, 8], new Multiply().Apply([Tensor.Of(1f, 2f), Tensor.Of(3f, 4f)]), 0);
}
