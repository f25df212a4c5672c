using Thalweg.Exchange.Keras;
using Thalweg.Layers;
using Thalweg.Models;

namespace Thalweg.Exchange.Tests.Keras;

public class KerasConfigWriterTests
{
    [Fact]
    public void Layers_stand_with_their_settings_and_what_they_were_built_for()
    {
        var model = new Sequential([new InputLayer(4), new Dense(3, "gelu") { Name = "middle" }, new Normalization(Tensor.Of(1f, 2f, 3f), Tensor.Of(4f, 5f, 6f))]);
        var config = KerasConfigWriter.Write(model);
        var layers = config["config"]!["layers"]!.AsArray();
        Assert.Equal("[null,4]", layers[0]!["config"]!["batch_shape"]!.ToJsonString());
        Assert.Equal("middle", layers[1]!["config"]!["name"]!.GetValue<string>());
        Assert.Equal("[null,4]", layers[1]!["build_config"]!["input_shape"]!.ToJsonString());
        Assert.Equal("[1,2,3]", layers[2]!["config"]!["mean"]!.ToJsonString());
        Assert.Equal("[-1]", layers[2]!["config"]!["axis"]!.ToJsonString());
        Assert.Null(config["compile_config"]);
    }

    [Fact]
    public void What_a_model_is_trained_by_is_written_by_name_where_settings_are_the_default_ones()
    {
        var model = new Sequential([new InputLayer(4), new Dense(3)]);
        model.Compile("sgd(learning_rate=cosine_decay(0.1, 50))", "huber(delta=2)", ["mae", "auc(num_thresholds=50)", "accuracy"], ["mse"]);
        var compile = KerasConfigWriter.Write(model)["compile_config"]!;
        Assert.Equal("CosineDecay", compile["optimizer"]!["config"]!["learning_rate"]!["class_name"]!.GetValue<string>());
        Assert.Equal(2, compile["loss"]!["config"]!["delta"]!.GetValue<double>());
        Assert.Equal("mae", compile["metrics"]![0]!.GetValue<string>());
        Assert.Equal(50, compile["metrics"]![1]!["config"]!["num_thresholds"]!.GetValue<int>());
        Assert.Equal("accuracy", compile["metrics"]![2]!.GetValue<string>());
        Assert.Equal("""["mse"]""", compile["weighted_metrics"]!.ToJsonString());
    }
}
