using Thalweg.Descents;
using Thalweg.Descents.Checks;
using Thalweg.Layers;
using Thalweg.Models;

namespace Thalweg.Tests.Descents.Checks;

[Collection(nameof(RandomSeed))]
public class ModelChangesTests
{
    [Fact]
    public void Activations_change_and_change_back()
    {
        var model = Patient.Network(hidden: "sigmoid");
        using var examination = new Examination(model, model.Compiled("a test"), Patient.X, Patient.Y, new() { Epochs = 1 }, null, default);
        string[] Names() => [.. model.Layers.OfType<Dense>().Select(layer => layer.Activation.Name)];
        var undo = ModelChanges.Both(ModelChanges.Activation(examination, activation => activation.Bounds is not null, "relu"), ModelChanges.Output(examination, "linear"))(model);
        Assert.Equal(["relu", "relu", "linear"], Names());
        undo();
        Assert.Equal(["sigmoid", "sigmoid", "softmax"], Names());
    }

    [Fact]
    public void New_weights_have_the_spread_of_their_activation()
    {
        var model = Patient.Network(units: [256, 256]);
        using var examination = new Examination(model, model.Compiled("a test"), Patient.X, Patient.Y, new() { Epochs = 1 }, null, default);
        model.Layers[1].Weights[1].Assign(Tensor.Ones([256]));
        ModelChanges.Weights(examination, 3)(model);
        Assert.Equal(Math.Sqrt(2.0 / 256), model.Layers[1].Weights[0].Value.Std().Item(), 0.002);       // He
        Assert.Equal(Math.Sqrt(2.0 / 259), model.Layers[2].Weights[0].Value.Std().Item(), 0.01);        // Glorot, before softmax
        Assert.Equal(0, model.Layers[1].Weights[1].Value.Abs().Max().Item());
    }

    [Fact]
    public void A_normalisation_begins_at_its_scale_of_1()
    {
        var model = new Sequential([new InputLayer(3), new BatchNormalization(), new Dense(3, "softmax")]);
        model.Compile("sgd", "categorical_crossentropy");
        model.Layers[0].Weights[0].Assign(Tensor.Of(5f, 5, 5));
        model.Layers[0].Weights[1].Assign(Tensor.Of(5f, 5, 5));
        using var examination = new Examination(model, model.Compiled("a test"), Tensor.RandomNormal([20, 3]), Tensor.Arange(20).Cast(DType.Int32).Min(2).OneHot(3), new() { Epochs = 1 }, null, default);
        ModelChanges.Weights(examination, 3)(model);
        Assert.Equal([1, 1, 1, 0, 0, 0], [.. model.Layers[0].Weights[0].Value.ToArray<float>(), .. model.Layers[0].Weights[1].Value.ToArray<float>()]);
    }
}
