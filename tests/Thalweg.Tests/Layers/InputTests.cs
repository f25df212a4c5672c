using Thalweg.Layers;

namespace Thalweg.Tests.Layers;

public class InputTests
{
    [Fact]
    public void An_input_has_a_batch_axis_a_name_and_a_type()
    {
        Assert.Equal("a: Float32 (None, 4)", Input.Of(4, name: "a").ToString());
        Assert.Equal("input_layer: Float64 (None, 28, 28)", Input.Of([28, 28], type: DType.Float64).ToString());
        Assert.IsType<InputLayer>(Input.Of(1).Layer);
    }
}
