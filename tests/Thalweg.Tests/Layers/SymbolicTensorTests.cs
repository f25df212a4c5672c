using Thalweg.Layers;

namespace Thalweg.Tests.Layers;

public class SymbolicTensorTests
{
    [Fact]
    public void It_knows_shape_type_and_where_it_comes_from()
    {
        var layer = new Dense(5) { Name = "five", DType = DType.Float64 };
        var y = layer.Apply(Input.Of(4));
        Assert.Equal([Shape.Unknown, 5], y.Shape);
        Assert.Equal((DType.Float64, layer, 0), (y.DType, y.Layer, y.Index));
        Assert.Equal("five: Float64 (None, 5)", y.ToString());
    }
}
