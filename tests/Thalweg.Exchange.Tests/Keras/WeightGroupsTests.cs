using System.Text.Json;
using Thalweg.Exchange.Keras;
using Thalweg.Layers;
using Thalweg.Models;
using Thalweg.Optimizers;

namespace Thalweg.Exchange.Tests.Keras;

public class WeightGroupsTests
{
    /// <summary>Keras's own paths of the variables of each optimiser, averages and sums of gradients among them.</summary>
    [Theory]
    [InlineData("Adam")]
    [InlineData("SGD")]
    [InlineData("RMSprop")]
    [InlineData("Adagrad")]
    [InlineData("Adadelta")]
    [InlineData("Adamax")]
    [InlineData("Ftrl")]
    [InlineData("Lion")]
    [InlineData("Lamb")]
    [InlineData("AdamW")]
    public void The_state_of_an_optimiser_stands_in_the_order_of_Keras(string name)
    {
        var root = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Reference", $"opt_{name}.json"))).RootElement;
        foreach (var item in root.GetProperty("cases").EnumerateArray())
        {
            var optimizer = Optimizer.FromConfiguration(KerasObjects.Configuration(name, item.GetProperty("config")));
            optimizer.Build([new Variable(Tensor.Zeros([3, 2]), "w"), new Variable(Tensor.Zeros([4]), "b")]);
            string[] expected = [.. item.GetProperty("variables").EnumerateArray().Select(variable => variable.GetProperty("path").GetString()!.Split('/')[^1])];
            Assert.Equal(expected, WeightGroups.InKerasOrder(optimizer).Select(variable => variable.Path.Split('/')[^1]));
        }
    }

    [Fact]
    public void Groups_count_layers_by_class_and_models_have_layers_of_their_own()
    {
        var model = new Sequential([new InputLayer(3), new Dense(2) { Name = "first" }, new Sequential([new Dense(2), new Normalization()]), new Dense(4)]);
        Assert.Equal(
            ["layers/dense/vars", "layers/sequential/layers/dense/vars", "layers/sequential/layers/normalization/vars", "layers/sequential/vars", "layers/dense_1/vars", "vars"],
            WeightGroups.Of(model).Select(group => group.Path));
        Assert.Equal("first", WeightGroups.Of(model).First().Name);
    }

    [Fact]
    public void Layers_of_a_functional_model_stand_in_its_order_and_inputs_among_them() =>
        Assert.Equal(
            ["layers/input_layer/vars", "layers/input_layer_1/vars", "layers/dense/vars", "layers/dense_1/vars", "layers/add/vars", "layers/concatenate/vars", "layers/dense_2/vars", "layers/dense_3/vars", "vars"],
            WeightGroups.Of(TwoBranch.Model()).Select(group => group.Path));
}
