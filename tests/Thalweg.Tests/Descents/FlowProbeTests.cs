using Thalweg.Callbacks;
using Thalweg.Descents;
using Thalweg.Layers;
using Thalweg.Models;
using Thalweg.Optimizers;

namespace Thalweg.Tests.Descents;

public class FlowProbeTests
{
    [Fact]
    public void Layers_inside_a_model_inside_a_model_are_seen_with_weights_of_either_type()
    {
        var inner = new Sequential([new Dense(3, "tanh") { DType = DType.Float64 }]);
        var model = new Sequential([new InputLayer(2), inner, new Dense(1)]);
        model.Compile(new Sgd(0.1), "mse");
        var flow = new GradientFlow(1);
        model.Fit(Tensor.Ones([6, 2]), Tensor.Ones([6, 1]), batchSize: 3, callbacks: [flow], verbose: Verbosity.Silent);
        Assert.Equal([9, 4], flow.Records[0].Layers.Select(layer => layer.Parameters));
        Assert.All(flow.Records[0].Layers, layer => Assert.True(layer.UpdateNorm > 0));
    }

    [Fact]
    public void A_layer_that_is_not_trained_is_left_out()
    {
        var model = new Sequential([new InputLayer(2), new Dense(3) { Trainable = false }, new Dense(1)]);
        model.Compile(new Sgd(0.1), "mse");
        var flow = new GradientFlow(1);
        model.Fit(Tensor.Ones([6, 2]), Tensor.Ones([6, 1]), callbacks: [flow], verbose: Verbosity.Silent);
        Assert.Equal(["dense_1"], flow.Records[0].Layers.Select(layer => layer.Name));
    }
}
