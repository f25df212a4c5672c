using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;
using Thalweg.Activations;
using Thalweg.Layers;
using Thalweg.Models;

namespace Thalweg.Exchange.Tests;

public sealed class OnnxFileTests : IDisposable
{
    readonly TestFile files = new();

    public void Dispose() => files.Dispose();

    /// <summary>What another program makes of the file.</summary>
    internal static Thalweg.Tensor Run(string path, Thalweg.Tensor x)
    {
        using var session = new InferenceSession(path);
        var input = session.InputMetadata.Keys.Single();
        using var results = session.Run([NamedOnnxValue.CreateFromTensor(input, new DenseTensor<float>(x.ToArray<float>(), [.. x.Shape]))]);
        var result = results.Single().AsTensor<float>();
        return Thalweg.Tensor.From(result.ToArray(), [.. result.Dimensions]);
    }

    /// <summary>What another program makes of a file with any number of named inputs and outputs.</summary>
    internal static IReadOnlyList<Thalweg.Tensor> Run(string path, IReadOnlyList<string> inputs, IReadOnlyList<Thalweg.Tensor> x, IReadOnlyList<string> outputs)
    {
        using var session = new InferenceSession(path);
        using var results = session.Run([.. inputs.Zip(x, (name, tensor) => NamedOnnxValue.CreateFromTensor(name, new DenseTensor<float>(tensor.ToArray<float>(), [.. tensor.Shape])))], outputs);
        return [.. results.Select(result => result.AsTensor<float>()).Select(result => Thalweg.Tensor.From(result.ToArray(), [.. result.Dimensions]))];
    }

    void Check(Sequential model, Thalweg.Tensor x)
    {
        model.ExportOnnx(files["m.onnx"]);
        var expected = model.Predict(x);
        Close.Assert(expected, Run(files["m.onnx"], x));
        Close.Assert(expected, Model.FromOnnx(files["m.onnx"]).Predict(x));
    }

    [Fact]
    public void A_model_with_branches_gives_the_same_elsewhere_and_back_here()
    {
        var model = KerasFile.Load(TestFile.Of("two_branch.keras"));
        model.ExportOnnx(files["m.onnx"]);
        var elsewhere = Run(files["m.onnx"], ["a", "b"], TwoBranch.X, ["o1", "o2"]);
        var again = Assert.IsType<Functional>(Model.FromOnnx(files["m.onnx"]));
        Assert.Equal((string.Join(' ', model.InputNames), string.Join(' ', model.OutputNames)), (string.Join(' ', again.InputNames), string.Join(' ', again.OutputNames)));
        for (int i = 0; i < 2; i++)
        {
            Close.Assert(TwoBranch.Predicted[i], elsewhere[i]);
            Close.Assert(TwoBranch.Predicted[i], again.Predict(TwoBranch.X)[i]);
        }
        again.Compile("adam", losses: new() { ["o1"] = "binary_crossentropy", ["o2"] = "categorical_crossentropy" });
        TwoBranch.Train(again);
        Assert.True(again.History["loss"][^1] < again.History["loss"][0]);
    }

    [Fact]
    public void A_table_is_for_one_input_and_output_and_so_is_a_standardisation()
    {
        var model = TwoBranch.Model();
        Assert.Contains("one input and one output", Assert.Throws<ArgumentException>(() => model.ExportOnnx(files["m.onnx"], new OnnxTable([new OnnxNumberColumn("x", 0, MarksMissing: false)], [], FromLogits: false))).Message, StringComparison.Ordinal);
        Assert.Contains("a layer of the model", Assert.Throws<ArgumentException>(() => model.ExportOnnx(files["m.onnx"], new Normalization())).Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Functions))]
    public void Every_activation_gives_the_same_elsewhere_and_back_here(string name) =>
        Check(new Sequential([new InputLayer(6), new ActivationLayer(name)]), Thalweg.Tensor.RandomNormal([7, 6], stream: new RandomStream(4)) * 3);

    public static TheoryData<string> Functions =>
    [
        .. Activation.Known.Select(line => line.Name),
        "relu(max_value=2, negative_slope=0.1, threshold=0.5)", "relu(max_value=6)", "gelu(approximate=true)", "elu(alpha=0.5)", "celu(alpha=2)", "leaky_relu(negative_slope=0.3)",
        "soft_shrink(threshold=1)", "hard_shrink(threshold=1)", "threshold(limit=0.5, default=-1)", "squareplus(b=2)", "softmax(axis=1)",
    ];

    [Fact]
    public void Every_layer_gives_the_same_elsewhere_and_back_here()
    {
        RandomSeed.Set(1);
        Check(
            new Sequential(
            [
                new InputLayer(2, 3) { Name = "rows" },
                new Normalization(Thalweg.Tensor.Of(1f, 2f, 3f), Thalweg.Tensor.Of(4f, 5f, 6f)),
                new Normalization(Thalweg.Tensor.Scalar(0.5), Thalweg.Tensor.Scalar(2), axis: null) { Invert = true },
                new Dense(4, "tanh"),
                new LayerNormalization { GammaInitializer = "random_uniform(low=0.5, high=1)", BetaInitializer = "random_normal" },
                new Permute([2, 1]),
                new LayerNormalization([1, 2]) { Scale = false, BetaInitializer = "random_normal" },
                new Reshape([1, -1, 2]),
                new Flatten(),
                new Dropout(0.5),
                new Sequential([new Dense(5, "relu"), new Dense(3) { UseBias = false }]),
                new ActivationLayer("softmax"),
            ]),
            Thalweg.Tensor.RandomNormal([9, 2, 3]));
        using var session = new InferenceSession(files["m.onnx"]);
        Assert.Equal("rows", session.InputMetadata.Keys.Single());
        Assert.Equal([-1, 2, 3], session.InputMetadata["rows"].Dimensions);
    }

    [Fact]
    public void Preprocessing_stands_in_front()
    {
        var model = KerasFileTests.Network();
        var scale = new Normalization(Thalweg.Tensor.Of(1f, 2f, 3f, 4f), Thalweg.Tensor.Of(4f, 5f, 6f, 7f));
        model.ExportOnnx(files["m.onnx"], scale);
        var x = Thalweg.Tensor.RandomNormal([5, 4]);
        Close.Assert(model.Predict(scale.Apply(x)), Run(files["m.onnx"], x));
    }

    [Fact]
    public void What_comes_from_a_file_can_be_trained()
    {
        KerasFileTests.Network().ExportOnnx(files["m.onnx"]);
        var model = Model.FromOnnx(files["m.onnx"]);
        Assert.Contains(model.Weights, weight => weight.Name == "dense/kernel");
        var (x, y) = KerasFileTests.Data();
        model.Compile("adam(learning_rate=0.01)", "categorical_crossentropy");
        var history = model.Fit(x, y, epochs: 5, verbose: Callbacks.Verbosity.Silent);
        Assert.True(history["loss"][^1] < history["loss"][0]);
    }

    [Fact]
    public void What_has_no_counterpart_is_named() =>
        Assert.Contains("Custom", Assert.Throws<NotSupportedException>(() => new Sequential([new InputLayer(2), new Dense(2, Activation.From(x => x))]).ExportOnnx(files["m.onnx"])).Message, StringComparison.Ordinal);

    [Fact]
    public void A_model_without_a_shape_is_refused() =>
        Assert.Throws<InvalidOperationException>(() => new Sequential([new Dense(2)]).ExportOnnx(files["m.onnx"]));
}
