using Thalweg.Layers;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Layers;

public class ElementwiseMergeTests
{
    [Fact]
    public void Samples_with_fewer_axes_are_stretched_behind_the_batch()
    {
        var sum = new Add().Apply([Tensor.Of(1f, 2f, 3f, 4f).Reshape([2, 2]), Tensor.Zeros([2, 3, 2])]);
        Assert.Equal([2, 3, 2], sum.Shape);
        Near.Equal([1, 2, 1, 2, 1, 2, 3, 4, 3, 4, 3, 4], sum, 0);
        Assert.Equal([Shape.Unknown, 3, 2], new Add().OutputShapes([[Shape.Unknown, 2], [Shape.Unknown, 3, 2]])[0]);
        Assert.Equal([Shape.Unknown, 3, 5], new Add().OutputShapes([[Shape.Unknown, 1, 5], [Shape.Unknown, 3, Shape.Unknown]])[0]);
    }

    [Fact]
    public void One_input_is_passed_on() => Near.Equal([1, 2], new Add().Apply([Tensor.Of(1f, 2f)]), 0);

    [Fact]
    public void Numbers_without_a_batch_are_refused() => Assert.Throws<ArgumentException>(() => new Add().Apply([Tensor.Scalar(1), Tensor.Scalar(2)]));
}
