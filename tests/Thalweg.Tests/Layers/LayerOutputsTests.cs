using Thalweg.Layers;
using Thalweg.Models;

namespace Thalweg.Tests.Layers;

public class LayerOutputsTests
{
    [Fact]
    public void Outputs_come_in_the_order_of_layers_and_only_while_somebody_looks()
    {
        var model = new Sequential([new InputLayer(2), new Dense(3), new Dense(1)]);
        var outputs = LayerOutputs.Of(() => model.Apply(Tensor.Ones([4, 2])));
        Assert.Equal([.. model.Layers, model], outputs.Where(output => output.Layer is not InputLayer).Select(output => output.Layer));
        Assert.Null(LayerOutputs.Listening);
        Assert.Throws<InvalidOperationException>(() => LayerOutputs.Of(() => throw new InvalidOperationException()));
        Assert.Null(LayerOutputs.Listening);
    }
}
