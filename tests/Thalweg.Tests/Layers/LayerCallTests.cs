using Thalweg.Layers;

namespace Thalweg.Tests.Layers;

public class LayerCallTests
{
    [Fact]
    public void Each_use_of_a_layer_is_its_own()
    {
        var (shared, a, b) = (new Dense(2), Input.Of(3), Input.Of(3));
        var (first, second) = (shared.Apply(a).Call, shared.Apply(b).Call);
        Assert.NotSame(first, second);
        Assert.Same(first.Layer, second.Layer);
        Assert.Equal([a], first.Inputs);
        Assert.Equal([b], second.Inputs);
        Assert.Same(first, first.Outputs[0].Call);
        Assert.True(first.Number < second.Number);
        Assert.Empty(a.Call.Inputs);
    }
}
