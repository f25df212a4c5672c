using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Ops;

public class GatherOpTests : MoveContract
{
    protected override Tensor Run(Tensor x) => x.Gather([2, 0, 2, -1], axis: 1);

    protected override int[] Places => [.. new[] { 0, 12 }.SelectMany(o => new[] { 8, 0, 8, 8 }.SelectMany(r => Enumerable.Range(o + r, 4)))];

    [Fact]
    public void The_axes_of_the_indices_take_the_place_of_the_axis() =>
        Assert.Equal([2, 5, 6, 4], Input.Gather(Tensor.Zeros([5, 6], DType.Int32), axis: 1).Shape);

    [Fact]
    public void Wrong_indices_are_named()
    {
        Assert.Contains("Index 3", Assert.Throws<ArgumentException>(() => Input.Gather([3], axis: 1)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Input.Gather(Tensor.Of(1f)));
    }
}
