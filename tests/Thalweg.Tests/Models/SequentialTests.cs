using Thalweg.Layers;
using Thalweg.Models;

namespace Thalweg.Tests.Models;

public class SequentialTests
{
    [Fact]
    public void Grown_layer_by_layer()
    {
        var model = new Sequential();
        model.Add(new InputLayer(4));
        model.Add(new Dense(8, "relu"));
        model.Add(new Dropout(0.5));
        model.Add(new Dense(3));
        Assert.Equal(["dense", "dropout", "dense_1"], model.Layers.Select(layer => layer.Name));
        Assert.Equal(["sequential/dense/kernel", "sequential/dense/bias", "sequential/dense_1/kernel", "sequential/dense_1/bias"], model.Weights.Select(weight => weight.Path));
        Assert.Equal([5, 3], model.Predict(Tensor.Zeros([5, 4])).Shape);
        Assert.Equal(4 * 8 + 8 + 8 * 3 + 3, model.ParameterCount);
    }

    [Fact]
    public void Without_an_input_layer_the_first_call_makes_the_weights()
    {
        var model = new Sequential([new Dense(2)]);
        Assert.Empty(model.Weights);
        model.Predict(Tensor.Zeros([1, 3]));
        Assert.Equal([3, 2], model.Weights[0].Shape);
    }

    [Fact]
    public void A_model_can_be_part_of_another()
    {
        var model = new Sequential([new InputLayer(3), new Sequential([new Dense(4)]) { Name = "inner" }, new Dense(1)]);
        Assert.Equal(["sequential/inner/dense/kernel", "sequential/inner/dense/bias"], model.Weights.Take(2).Select(weight => weight.Path));
        Assert.Equal([2, 1], model.Predict(Tensor.Zeros([2, 3])).Shape);
    }

    [Fact]
    public void What_cannot_be_is_explained()
    {
        var layer = new Dense(2);
        Assert.Throws<ArgumentException>(() => new Sequential([new Dense(2), new InputLayer(4)]));
        Assert.Throws<ArgumentException>(() => new Sequential([layer, layer]));
        Assert.Throws<ArgumentException>(() => new Sequential([new Dense(2) { Name = "a" }, new Dense(2) { Name = "a" }]));
        Assert.Contains("(None, 4)", Assert.Throws<ArgumentException>(() => new Sequential([new InputLayer(4), new Dense(1)]).Predict(Tensor.Zeros([2, 3]))).Message, StringComparison.Ordinal);
    }
}
