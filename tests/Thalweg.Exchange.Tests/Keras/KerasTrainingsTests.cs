using System.Text.Json;
using System.Text.Json.Nodes;
using Thalweg.Exchange.Keras;

namespace Thalweg.Exchange.Tests.Keras;

public class KerasTrainingsTests
{
    static Models.Functional Compiled(string compile)
    {
        var model = TwoBranch.Model();
        KerasTrainings.Compile(model, JsonDocument.Parse("{\"optimizer\": \"sgd\", " + compile + "}").RootElement);
        return model;
    }

    [Fact]
    public void What_outputs_are_trained_by_is_named_after_them()
    {
        var written = KerasTrainings.Write(TwoBranch.Model(), "sgd");
        Assert.Equal("""{"o1":"binary_crossentropy","o2":"categorical_crossentropy"}""", written["loss"]!.ToJsonString());
        Assert.Equal("""{"o1":0.5,"o2":1}""", written["loss_weights"]!.ToJsonString());
        Assert.Equal("""{"o1":["accuracy"],"o2":["accuracy"]}""", written["metrics"]!.ToJsonString());
        Assert.Null(written["weighted_metrics"]);
        var again = TwoBranch.Model();
        KerasTrainings.Compile(again, JsonDocument.Parse(written.ToJsonString()).RootElement);
        Assert.Equal(TwoBranch.Model().Trainings.Select(output => (output.Name, output.Loss, output.Weight)), again.Trainings.Select(output => (output.Name, output.Loss, output.Weight)));
    }

    [Theory]
    [InlineData("""  "loss": "mse"  """, "mse mse")]
    [InlineData("""  "loss": {"class_name": "Huber", "config": {"delta": 2.0}}  """, "huber huber")]
    [InlineData("""  "loss": ["mse", "mae"]  """, "mse mae")]
    [InlineData("""  "loss": ["mse", null]  """, "mse ")]
    [InlineData("""  "loss": {"o2": "mae"}  """, " mae")]
    public void Losses_come_in_the_forms_of_Keras(string compile, string expected) =>
        Assert.Equal(expected, string.Join(' ', Compiled(compile).Trainings.Select(output => output.Loss is { } loss ? Short(loss.Name) : "")));

    static string Short(string name) => name switch { "mean_squared_error" => "mse", "mean_absolute_error" => "mae", _ => name };

    [Fact]
    public void So_do_weights_and_metrics()
    {
        var model = Compiled("""  "loss": "mse", "loss_weights": [2, 3.5], "metrics": [["mae", "accuracy"], null], "weighted_metrics": {"o2": "mse"}  """);
        Assert.Equal([2, 3.5], model.Trainings.Select(output => output.Weight));
        Assert.Equal(["mae", "accuracy"], model.Trainings[0].Metrics.Select(metric => metric.Name));
        Assert.Equal("mse", Assert.Single(model.Trainings[1].WeightedMetrics).Name);
    }

    [Theory]
    [InlineData("""  "loss": {"o3": "mse"}  """, "no output 'o3'")]
    [InlineData("""  "loss": ["mse"]  """, "one for each of the outputs o1, o2")]
    [InlineData("""  "loss": "mse", "loss_weights": {"o1": "much"}  """, "a number for each output")]
    [InlineData("""  "loss": "mse", "metrics": "mae"  """, "a list for each output")]
    [InlineData("""  "loss": "mse", "metrics": ["mae"]  """, "one for each of the outputs")]
    [InlineData("""  "metrics": null  """, "loss is missing")]
    public void Others_are_told(string compile, string part)
    {
        // What isn't of the model is told by the model, and put into the format's words by the caller.
        var error = Assert.ThrowsAny<Exception>(() => Compiled(compile));
        Assert.True(error is KerasFormatException or ArgumentException);
        Assert.Contains(part, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_of_one_output_has_them_without_names()
    {
        var model = KerasFileTests.Network();
        model.Compile("sgd", "mse", ["mae"]);
        var written = KerasTrainings.Write(model, "sgd");
        Assert.Equal("mean_squared_error", written["loss"]!.GetValue<string>());
        Assert.IsType<JsonArray>(written["metrics"]);
        Assert.Null(written["loss_weights"]);
    }
}
