using Thalweg.Layers;
using Thalweg.Models;

namespace Thalweg.Exchange.Tests.Keras;

public sealed class WeightsFileTests : IDisposable
{
    readonly TestFile files = new();

    public void Dispose() => files.Dispose();

    static Sequential Three(int middle) => new([new InputLayer(4), new Dense(8) { Name = "dense" }, new Dense(middle) { Name = "middle" }, new Dense(3) { Name = "dense_1" }]);

    [Fact]
    public void Weights_of_Keras_load_by_topology_into_a_model_of_the_same_layers()
    {
        var model = new Sequential([new InputLayer(4), new Dense(8, "relu"), new Dropout(0.2), new Dense(3, "softmax")]);
        var report = model.LoadWeights(TestFile.Of("dense_seq.weights.h5"));
        Assert.True(report.IsComplete);
        Close.Assert(Npz.Read(TestFile.Of("dense_seq.npz"), "pred"), model.Predict(Npz.Read(TestFile.Of("dense_seq.npz"), "x")));
        Close.Same(KerasFile.Load(TestFile.Of("dense_seq.keras")).GetWeights(), model.GetWeights());
    }

    [Fact]
    public void So_do_those_of_a_model_with_branches()
    {
        var model = TwoBranch.Model();
        Assert.True(model.LoadWeights(TestFile.Of("two_branch.weights.h5")).IsComplete);
        Close.Assert(TwoBranch.Predicted[0], model.Predict(TwoBranch.X)[0]);
        Close.Assert(TwoBranch.Predicted[1], model.Predict(TwoBranch.X)[1]);
    }

    [Fact]
    public void Weights_of_image_layers_load_by_topology()
    {
        var model = new Sequential(
        [
            new InputLayer(10, 10, 1), new Conv2D(4, 3, "relu") { Padding = Padding.Same }, new BatchNormalization(), new MaxPooling2D(),
            new SeparableConv2D(6, 3), new GlobalAveragePooling2D(), new Dense(2, "softmax"),
        ]);
        Assert.True(model.LoadWeights(TestFile.Of("cnn_bn.weights.h5")).IsComplete);
        Close.Assert(Npz.Read(TestFile.Of("cnn_bn.npz"), "pred"), model.Predict(Npz.Read(TestFile.Of("cnn_bn.npz"), "x")));
    }

    [Fact]
    public void By_topology_a_model_of_other_layers_keeps_its_weights_and_the_fault_is_told()
    {
        var model = Three(5);
        var before = model.GetWeights();
        string message = Assert.Throws<KerasFormatException>(() => model.LoadWeights(TestFile.Of("dense_seq.weights.h5"))).Message;
        Assert.Contains("dense_1 (kernel is (5, 3)", message.Replace("middle (kernel is (8, 3) in the file, (8, 5) in the model)", "dense_1 (kernel is (5, 3)", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("WeightMatching.Name", message, StringComparison.Ordinal);
        Close.Same(before, model.GetWeights());
    }

    [Fact]
    public void By_name_what_fits_is_loaded_and_the_rest_is_reported()
    {
        var model = Three(5);
        var report = model.LoadWeights(TestFile.Of("dense_seq.weights.h5"), WeightMatching.Name);
        Assert.Equal(["dense"], report.Loaded);
        Assert.Equal(["middle"], report.Missing);
        Assert.StartsWith("dense_1 (kernel is (8, 3) in the file, (5, 3) in the model", Assert.Single(report.Mismatched), StringComparison.Ordinal);
        Assert.Empty(report.Unexpected);
        Close.Same([KerasFile.Load(TestFile.Of("dense_seq.keras")).GetWeights()[0]], [model.GetWeights()[0]]);
    }

    [Fact]
    public void What_the_file_has_for_nobody_is_reported()
    {
        Three(8).SaveWeights(files["w.weights.h5"]);
        var model = new Sequential([new InputLayer(4), new Dense(8) { Name = "dense" }]);
        Assert.Equal(["middle", "dense_1"], model.LoadWeights(files["w.weights.h5"], WeightMatching.Name).Unexpected.OrderDescending());
    }

    [Fact]
    public void A_whole_model_file_serves_as_well()
    {
        var model = new Sequential([new InputLayer(4), new Dense(8, "relu"), new Dense(3, "softmax")]);
        Assert.True(model.LoadWeights(TestFile.Of("dense_seq.keras")).IsComplete);
    }
}
