using System.Text.Json;
using Thalweg.Exchange.Keras;
using Thalweg.Layers;
using Thalweg.Models;

namespace Thalweg.Exchange.Tests.Keras;

public class KerasConfigReaderTests
{
    const string Input = """{"class_name": "InputLayer", "config": {"batch_shape": [null, 4], "dtype": "float32", "name": "in"}}""";

    static Model Read(string layers, string more = "") =>
        KerasConfigReader.Read(JsonDocument.Parse($$"""{"class_name": "Sequential", "config": {"name": "net", "layers": [{{layers}}]}{{more}}}""").RootElement, compile: true, bytes: 10_000);

    [Fact]
    public void Settings_that_are_not_given_are_the_default_ones()
    {
        var model = Read(Input + """, {"class_name": "Dense", "config": {"units": 2, "name": "d"}}""");
        Assert.Equal("net", model.Name);
        Assert.Equal("d", model.Layers[0].Name);
        Assert.Equal([4, 2], model.Weights[0].Shape);
        Assert.True(((Dense)model.Layers[0]).UseBias);
    }

    [Fact]
    public void A_model_without_an_input_layer_is_built_for_the_shape_it_was_saved_with() =>
        Assert.Equal([7, 2], Read("""{"class_name": "Dense", "config": {"units": 2}}""", """, "build_config": {"input_shape": [null, 7]}""").Weights[0].Shape);

    [Theory]
    [InlineData("""{"class_name": "Dense", "config": {"units": 2000000000}}""", "larger than")]
    [InlineData("""{"class_name": "Dense", "config": {"units": 0}}""", "positive")]
    [InlineData("""{"class_name": "Dense", "config": {"units": 2, "lora_rank": 3}}""", "lora_rank")]
    [InlineData("""{"class_name": "Dense", "config": {"units": 2, "dtype": "float16"}}""", "float16")]
    [InlineData("""{"class_name": "Dense", "config": {}}""", "units")]
    [InlineData("""{"class_name": "Dense"}""", "config")]
    [InlineData("""{"class_name": "Functional", "config": {}}""", "no list of layers")]
    [InlineData("""{"class_name": "LSTM", "config": {"units": 2}}""", "'LSTM'")]
    [InlineData("""{"class_name": "Conv3D", "config": {"filters": 2, "kernel_size": 3}}""", "CustomObjects.Register")]
    [InlineData("""{"class_name": "Conv2D", "config": {"filters": 2, "kernel_size": [3, 3], "padding": "causal"}}""", "causal")]
    [InlineData("""{"class_name": "Conv2D", "config": {"filters": 2, "kernel_size": [3, 3]}}""", "(batch, rows, columns, channels)")]
    [InlineData("""{"class_name": "BatchNormalization", "config": {"renorm": true}}""", "renorm")]
    [InlineData("""{"class_name": "InputLayer", "config": {"batch_shape": [null, 4]}}""", "first layer")]
    [InlineData("5", "expected an object")]
    public void What_cannot_be_made_is_told_with_its_place(string layer, string part)
    {
        string message = Assert.Throws<KerasFormatException>(() => Read($"{Input}, {layer}")).Message;
        Assert.Contains(part, message, StringComparison.Ordinal);
        Assert.Contains("config.json, layer 1", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Many_small_layers_may_not_be_large_together() =>
        Assert.Contains("larger than", Assert.Throws<KerasFormatException>(() => Read(string.Join(", ", Enumerable.Repeat("""{"class_name": "Dense", "config": {"units": 60}}""", 10).Prepend(Input)))).Message, StringComparison.Ordinal);

    [Fact]
    public void Models_nested_without_end_are_refused()
    {
        string inner = Input;
        for (int i = 0; i < 17; i++)
            inner = "{\"class_name\": \"Sequential\", \"config\": {\"layers\": [" + inner + "]}}";
        Assert.Contains("nested", Assert.Throws<KerasFormatException>(() => Read(inner)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"optimizer": "adam", "loss": {"a": "mse"}}""")]
    [InlineData("""{"optimizer": "adamant", "loss": "mse"}""")]
    [InlineData("""{"optimizer": "adam", "loss": "mse", "metrics": {"a": ["mae"]}}""")]
    [InlineData("""{"loss": "mse"}""")]
    public void A_training_that_is_not_known_is_told(string compile) =>
        Assert.Contains("compile_config", Assert.Throws<KerasFormatException>(() => Read(Input, $", \"compile_config\": {compile}")).Message, StringComparison.Ordinal);
}
