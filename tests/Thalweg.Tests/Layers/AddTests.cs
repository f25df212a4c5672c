using Thalweg.Layers;
using Thalweg.Tests.Contracts;
using Thalweg.Tests.Reference;

namespace Thalweg.Tests.Layers;

public class AddTests : MergeContract
{
    protected override Layer Default => new Add();

    protected override Layer From(ReferenceNode args) => new Add();

    [Fact]
    public void The_example() => Near.Equal([4, 6], new Add().Apply([Tensor.Of(1f, 2f), Tensor.Of(3f, 4f)]), 0);
}
