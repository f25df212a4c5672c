using System.IO.Compression;
using System.Text.Json;
using Thalweg.Layers;
using Thalweg.Models;
using Thalweg.Optimizers;

namespace Thalweg.Exchange.Tests;

public sealed class KerasFileTests : IDisposable
{
    readonly TestFile files = new();

    public void Dispose() => files.Dispose();

    [Theory]
    [InlineData("dense_seq")]
    [InlineData("iris")]
    [InlineData("cnn_bn")]
    public void A_model_of_Keras_predicts_what_Keras_predicted(string name)
    {
        var model = KerasFile.Load(TestFile.Of(name + ".keras"));
        Close.Assert(Npz.Read(TestFile.Of(name + ".npz"), "pred"), model.Predict(Npz.Read(TestFile.Of(name + ".npz"), "x")));
        Assert.IsType(name == "cnn_bn" ? typeof(Sgd) : typeof(Adam), model.Optimizer);
        Assert.True(model.Optimizer!.Iterations > 0);
        Assert.Equal(["accuracy"], model.Metrics.Select(metric => metric.Name));
    }

    [Theory]
    [InlineData("dense_seq")]
    [InlineData("iris")]
    [InlineData("cnn_bn")]
    public void Saved_again_it_has_the_same_weights_state_and_settings(string name)
    {
        var model = KerasFile.Load(TestFile.Of(name + ".keras"));
        KerasFile.Save(model, files["again.keras"]);
        var again = KerasFile.Load(files["again.keras"]);
        Close.Same(model.GetWeights(), again.GetWeights());
        Close.Same([.. model.Optimizer!.Variables.Select(variable => variable.Value)], [.. again.Optimizer!.Variables.Select(variable => variable.Value)]);
        Assert.Equal(model.Optimizer.Configuration!.ToString(), again.Optimizer.Configuration!.ToString());
        Assert.Equal(model.Layers.Select(layer => layer.Configuration?.ToString()), again.Layers.Select(layer => layer.Configuration?.ToString()));
        Assert.Equal(model.Layers.Select(layer => layer.Name), again.Layers.Select(layer => layer.Name));
    }

    [Fact]
    public void A_model_of_two_inputs_and_outputs_predicts_trains_and_is_saved_as_in_Keras()
    {
        var model = Assert.IsType<Functional>(KerasFile.Load(TestFile.Of("two_branch.keras")));
        Close.Assert(TwoBranch.Predicted[0], model.Predict(TwoBranch.X)[0]);
        Close.Assert(TwoBranch.Predicted[1], model.Predict(TwoBranch.X)[1]);
        Assert.Equal(["accuracy", "accuracy"], model.Metrics.Select(metric => metric.Name));
        Assert.Equal([0.5, 1], model.Trainings.Select(output => output.Weight));
        Assert.True(model.Optimizer!.Iterations > 0);
        using (var config = Config(TestFile.Of("two_branch.keras")))
            Assert.Equal(config.RootElement.GetProperty("config").GetProperty("layers").EnumerateArray().Select(layer => layer.GetProperty("name").GetString()), model.Layers.Select(layer => layer.Name));

        KerasFile.Save(model, files["again.keras"]);
        var again = KerasFile.Load(files["again.keras"]);
        Close.Same(model.GetWeights(), again.GetWeights());
        Close.Same([.. model.Optimizer.Variables.Select(variable => variable.Value)], [.. again.Optimizer!.Variables.Select(variable => variable.Value)]);
        TwoBranch.Train(model);
        TwoBranch.Train(again);
        Close.Same(model.GetWeights(), again.GetWeights());
        Assert.Equal(["loss", "o1_loss", "o2_loss", "o1_accuracy", "o2_accuracy"], again.History.Metrics.Keys);
        Assert.Equal(model.History["o2_loss"], again.History["o2_loss"]);
        Assert.True(again.History["loss"][^1] < again.History["loss"][0]);
    }

    [Fact]
    public void What_the_library_does_not_have_is_named()
    {
        File.Copy(TestFile.Of("two_branch.keras"), files["m.keras"]);
        var config = System.Text.Encoding.UTF8.GetString(KerasFile.ReadEntry(files["m.keras"], "config.json")!).Replace("\"Concatenate\"", "\"EinsumDense\"", StringComparison.Ordinal);
        using (var archive = ZipFile.Open(files["m.keras"], ZipArchiveMode.Update))
        {
            archive.GetEntry("config.json")!.Delete();
            using var writer = new StreamWriter(archive.CreateEntry("config.json").Open());
            writer.Write(config);
        }
        string message = Assert.Throws<KerasFormatException>(() => KerasFile.Load(files["m.keras"])).Message;
        Assert.Contains("EinsumDense", message, StringComparison.Ordinal);
        Assert.Contains("layer 5", message, StringComparison.Ordinal);
        Assert.Contains("CustomObjects.Register", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("dense_seq")]
    [InlineData("two_branch")]
    [InlineData("cnn_bn")]
    public void The_settings_have_the_keys_and_values_of_Keras(string name)
    {
        var model = KerasFile.Load(TestFile.Of(name + ".keras"));
        KerasFile.Save(model, files["m.keras"]);
        using var expected = Config(TestFile.Of(name + ".keras"));
        using var actual = Config(files["m.keras"]);
        // Left out: what only the newest versions know and holds its default, bookkeeping of Keras, and defaults of the wrapped initialisers.
        string[] leftOut = ["shared_object_id", "quantization_config", "module", "registered_name", "ragged", "optional", "input_axes", "output_axes", "noise_shape", "trainable", "build_config", "synchronized", "renorm", "renorm_clipping", "renorm_momentum"];
        Compare(expected.RootElement, actual.RootElement, "", leftOut);
    }

    [Fact]
    public void Training_goes_on_with_the_same_bits()
    {
        var (x, y) = Data();
        var model = Network();
        model.Compile(new Adam(0.01) { WeightDecay = 0.001, UseEma = true, EmaOverwriteFrequency = 7 }, "categorical_crossentropy", ["accuracy"]);
        model.Fit(x, y, epochs: 3, batchSize: 8, shuffle: false, verbose: Callbacks.Verbosity.Silent);
        KerasFile.Save(model, files["m.keras"]);
        model.Fit(x, y, epochs: 2, batchSize: 8, shuffle: false, verbose: Callbacks.Verbosity.Silent);

        var loaded = KerasFile.Load(files["m.keras"]);
        loaded.Fit(x, y, epochs: 2, batchSize: 8, shuffle: false, verbose: Callbacks.Verbosity.Silent);
        Close.Same(model.GetWeights(), loaded.GetWeights());
        Assert.Equal(model.History["loss"], loaded.History["loss"]);
    }

    [Fact]
    public void A_model_of_images_trains_on_and_comes_back()
    {
        var x = Tensor.RandomNormal([24, 10, 10, 1], stream: new RandomStream(1));
        var y = (x.Mean([1, 2, 3]) > 0).Cast(DType.Int32).OneHot(2);
        var model = KerasFile.Load(TestFile.Of("cnn_bn.keras"));
        var before = model.Layers[1].Weights[2].Value;
        var history = model.Fit(x, y, epochs: 3, batchSize: 8, shuffle: false, verbose: Callbacks.Verbosity.Silent);
        Assert.True(history["loss"][^1] < history["loss"][0]);
        Assert.NotEqual(before.ToArray<float>(), model.Layers[1].Weights[2].Value.ToArray<float>());
        KerasFile.Save(model, files["m.keras"]);
        var loaded = KerasFile.Load(files["m.keras"]);
        foreach (var one in new[] { model, loaded })
            one.Fit(x, y, epochs: 2, batchSize: 8, shuffle: false, verbose: Callbacks.Verbosity.Silent);
        Close.Same(model.GetWeights(), loaded.GetWeights());
        Close.Same([model.Predict(x)], [loaded.Predict(x)]);
    }

    [Fact]
    public void Settings_of_image_layers_come_back()
    {
        var model = new Sequential(
        [
            new InputLayer(3, 12, 11),
            new Conv2D(4, [3, 2], "relu") { Groups = 1, Strides = [2, 1], DataFormat = DataFormat.ChannelsFirst, KernelRegularizer = "l2", ActivityRegularizer = "l1", BiasConstraint = "max_norm(max_value=1)" },
            new DepthwiseConv2D(2) { DepthMultiplier = 2, DilationRate = [2], DataFormat = DataFormat.ChannelsFirst },
            new BatchNormalization(1) { Momentum = 0.9, Epsilon = 0.01, Center = false, GammaRegularizer = "l2" },
            new AveragePooling2D([2, 1]) { Strides = [1], Padding = Padding.Same, DataFormat = DataFormat.ChannelsFirst },
            new ZeroPadding2D([0, 1, 2, 0]) { DataFormat = DataFormat.ChannelsFirst },
            new UpSampling2D([1, 2]) { DataFormat = DataFormat.ChannelsFirst },
            new LayerNormalization([2, 3]) { Epsilon = 0.01, Center = false, GammaConstraint = "max_norm(max_value=1)" },
            new Permute([2, 3, 1]),
            new GlobalMaxPooling2D { Keepdims = true },
            new Reshape([2, -1]),
            new Flatten(),
            new Dense(2) { ActivityRegularizer = "l2" },
        ]);
        KerasFile.Save(model, files["m.keras"]);
        var loaded = KerasFile.Load(files["m.keras"]);
        Assert.Equal(model.Layers.Select(layer => layer.Configuration!.ToString()), loaded.Layers.Select(layer => layer.Configuration!.ToString()));
        var x = Tensor.RandomNormal([5, 3, 12, 11]);
        Close.Same([model.Predict(x)], [loaded.Predict(x)]);
    }

    [Fact]
    public void A_model_that_is_not_compiled_is_saved_and_read_without()
    {
        var model = Network();
        KerasFile.Save(model, files["m.keras"]);
        var loaded = KerasFile.Load(files["m.keras"]);
        Assert.Null(loaded.Optimizer);
        Close.Same(model.GetWeights(), loaded.GetWeights());
    }

    [Fact]
    public void Models_within_models_and_frozen_layers_come_back()
    {
        var inner = new Sequential([new Dense(3, "tanh"), new Normalization()]) { Name = "inner" };
        var model = new Sequential([new InputLayer(2, 3), new Flatten(), inner, new ActivationLayer("leaky_relu(negative_slope=0.3)"), new Dense(2) { Trainable = false, Name = "end" }]);
        KerasFile.Save(model, files["m.keras"]);
        var loaded = KerasFile.Load(files["m.keras"]);
        Close.Same(model.GetWeights(), loaded.GetWeights());
        Assert.Equal(model.Layers.Select(layer => layer.Name), loaded.Layers.Select(layer => layer.Name));
        Assert.False(loaded.Layers[^1].Trainable);
        var x = Tensor.RandomNormal([5, 2, 3]);
        Close.Same([model.Predict(x)], [loaded.Predict(x)]);
    }

    [Fact]
    public void Activations_with_settings_are_layers_of_Keras_and_come_back()
    {
        string[] activations = ["leaky_relu(negative_slope=0.25)", "relu(max_value=2, threshold=0.1)", "elu(alpha=0.5)", "softmax(axis=1)"];
        var model = new Sequential([new InputLayer(3), .. activations.Select(name => new ActivationLayer(name)), new Dense(2, "leaky_relu(negative_slope=0.1)")]);
        KerasFile.Save(model, files["m.keras"]);
        using (var config = Config(files["m.keras"]))
            Assert.Equal(["InputLayer", "LeakyReLU", "ReLU", "ELU", "Softmax", "Dense"], config.RootElement.GetProperty("config").GetProperty("layers").EnumerateArray().Select(layer => layer.GetProperty("class_name").GetString()));
        var loaded = KerasFile.Load(files["m.keras"]);
        Assert.Equal(model.Layers.Select(layer => layer.Configuration!.ToString()), loaded.Layers.Select(layer => layer.Configuration!.ToString()));
        Assert.Equal(model.Layers.Select(layer => layer.Name), loaded.Layers.Select(layer => layer.Name));
        var x = Tensor.RandomNormal([5, 3]);
        Close.Same([model.Predict(x)], [loaded.Predict(x)]);
    }

    [Fact]
    public void Further_entries_travel_with_the_model()
    {
        KerasFile.Save(Network(), files["m.keras"], new Dictionary<string, byte[]> { ["notes.txt"] = [1, 2, 3] });
        Assert.Equal([1, 2, 3], KerasFile.ReadEntry(files["m.keras"], "notes.txt"));
        Assert.Null(KerasFile.ReadEntry(files["m.keras"], "other.txt"));
    }

    [Fact]
    public void A_model_without_a_shape_is_refused() =>
        Assert.Contains("InputLayer", Assert.Throws<InvalidOperationException>(() => KerasFile.Save(new Sequential([new Dense(2)]), files["m.keras"])).Message, StringComparison.Ordinal);

    [Fact]
    public void Loading_draws_no_random_numbers()
    {
        RandomSeed.Set(5);
        var expected = new Dense(3);
        expected.BuildFor([Shape.Unknown, 4]);
        RandomSeed.Set(5);
        KerasFile.Load(TestFile.Of("iris.keras"));
        var actual = new Dense(3);
        actual.BuildFor([Shape.Unknown, 4]);
        Close.Same([expected.Weights[0].Value], [actual.Weights[0].Value]);
    }

    internal static Sequential Network(bool dropout = true)
    {
        RandomSeed.Set(3);
        return new Sequential([new InputLayer(4), new Dense(6, "relu") { KernelRegularizer = "l2", BiasConstraint = "max_norm(max_value=1)" }, .. dropout ? [new Dropout(0.25)] : Array.Empty<Layer>(), new Dense(3, "softmax")]);
    }

    internal static (Tensor X, Tensor Y) Data()
    {
        var x = Tensor.RandomNormal([30, 4], stream: new RandomStream(1));
        return (x, x[.., ..3].ArgMax(axis: 1).OneHot(3));
    }

    static JsonDocument Config(string path)
    {
        using var archive = ZipFile.OpenRead(path);
        using var stream = archive.GetEntry("config.json")!.Open();
        return JsonDocument.Parse(stream);
    }

    static void Compare(JsonElement expected, JsonElement actual, string place, string[] leftOut)
    {
        Assert.True(expected.ValueKind == actual.ValueKind, $"{place}: {expected} became {actual}");
        switch (expected.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in expected.EnumerateObject().Where(member => !leftOut.Contains(member.Name)))
                {
                    Assert.True(actual.TryGetProperty(member.Name, out var own), $"{place}.{member.Name} is missing");
                    // Keras numbers the names of objects that aren't layers, by what the program has made before.
                    if (place != ".compile_config.optimizer.config" || member.Name != "name")
                        Compare(member.Value, own, $"{place}.{member.Name}", leftOut);
                }
                break;
            case JsonValueKind.Array:
                Assert.Equal(expected.GetArrayLength(), actual.GetArrayLength());
                foreach (var (one, other) in expected.EnumerateArray().Zip(actual.EnumerateArray()))
                    Compare(one, other, place + "[]", leftOut);
                break;
            case JsonValueKind.Number:
                Assert.Equal(expected.GetDouble(), actual.GetDouble());
                break;
            default:
                Assert.True(expected.ToString() == actual.ToString(), $"{place}: {expected} became {actual}");
                break;
        }
    }
}
