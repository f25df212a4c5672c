using Thalweg.Layers;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Layers;

public class MergingLayerTests
{
    [Fact]
    public void One_of_ones_own_needs_its_shape_and_its_sum()
    {
        var layer = new FirstLessTwice();
        Near.Equal([-5, -6], layer.Apply([Tensor.Of(1f, 2f), Tensor.Of(3f, 4f)]), 0);
        Assert.Equal([2, 3], layer.OutputShape([2, 3]));
        Assert.Equal(2, layer.InputShapes.Count);
        Near.Equal([4], new FirstLessTwice().Apply(Tensor.Of(4f)), 0);
    }

    sealed class FirstLessTwice : MergingLayer
    {
        protected override Shape MergedShape(IReadOnlyList<Shape> inputs) => inputs[0];

        protected override Tensor Merge(IReadOnlyList<Tensor> inputs) => inputs.Skip(1).Aggregate(inputs[0], (difference, input) => difference - 2 * input);
    }
}
