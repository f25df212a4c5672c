using Thalweg.Layers;

namespace Thalweg.Tests.Layers;

public class PoolingLayerTests
{
    [Fact]
    public void The_window_moves_by_its_size_where_nothing_else_is_said()
    {
        var layer = new MaxPooling2D([3, 2]);
        Assert.Equal([3, 2], layer.Strides);
        Assert.Equal([Shape.Unknown, 3, 5, 4], layer.OutputShape([Shape.Unknown, 9, 10, 4]));
        Assert.Equal([2, 2], new AveragePooling2D().PoolSize);
        Assert.Equal([1, 1], new AveragePooling2D { Strides = [1] }.Strides);
        Assert.Throws<ArgumentOutOfRangeException>(() => new MaxPooling2D(0));
    }
}
