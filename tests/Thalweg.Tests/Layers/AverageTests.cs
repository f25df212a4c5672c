using Thalweg.Layers;
using Thalweg.Tests.Contracts;
using Thalweg.Tests.Reference;

namespace Thalweg.Tests.Layers;

public class AverageTests : MergeContract
{
    protected override Layer Default => new Average();

    protected override Layer From(ReferenceNode args) => new Average();

    [Fact]
    public void The_example() => Near.Equal([2, 3], new Average().Apply([Tensor.Of(1f, 2f), Tensor.Of(3f, 4f)]), 0);
}
