using Thalweg.Layers;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Layers;

public class InputLayerTests
{
    [Fact]
    public void Passes_on_what_has_its_shape()
    {
        var layer = new InputLayer(2, 3);
        var x = Tensor.Ones([5, 2, 3]);
        Near.Equal(x, layer.Apply(x));
        Assert.Equal(DType.Float64, layer.Apply(x.Cast(DType.Float64)).DType);
        Assert.Equal([5, 2, 3], layer.OutputShape([5, 2, 3]));
        var error = Assert.Throws<ArgumentException>(() => layer.Apply(Tensor.Ones([5, 2])));
        Assert.Contains("(5, 2), expected (None, 2, 3)", error.Message, StringComparison.Ordinal);
    }
}
