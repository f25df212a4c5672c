using Thalweg.Layers;
using Thalweg.Tests.Contracts;
using Thalweg.Tests.Reference;

namespace Thalweg.Tests.Layers;

public class SubtractTests : MergeContract
{
    protected override Layer Default => new Subtract();

    protected override Layer From(ReferenceNode args) => new Subtract();

    [Fact]
    public void The_example() => Near.Equal([-2, -2], new Subtract().Apply([Tensor.Of(1f, 2f), Tensor.Of(3f, 4f)]), 0);

    [Fact]
    public void There_are_two_inputs() =>
        Assert.Contains("It merges 2", Assert.Throws<ArgumentException>(() => Default.Apply([Tensor.Ones([2, 1]), Tensor.Ones([2, 1]), Tensor.Ones([2, 1])])).Message, StringComparison.Ordinal);
}
