using Thalweg.Exchange.Onnx;
using Thalweg.Layers;
using Thalweg.Models;

namespace Thalweg.Exchange.Tests.Onnx;

public sealed class OnnxModelsTests : IDisposable
{
    readonly TestFile files = new();

    public void Dispose() => files.Dispose();

    [Fact]
    public void Models_within_models_and_shared_layers_give_the_same_elsewhere()
    {
        RandomSeed.Set(5);
        var (a, b, shared) = (Input.Of(4, name: "left"), Input.Of(4, name: "right"), new Dense(3, "tanh") { Name = "shared" });
        var c = Input.Of(3);
        var inner = new Functional([c], [new Dense(2).Apply(c), new Dropout(0.5).Apply(c)], "inner");
        var parts = inner.ApplyAll([shared.Apply(a)]);
        var second = new Sequential([new InputLayer(3), new Dense(2, "relu")]).Apply(shared.Apply(b));
        var model = new Functional([a, b], [new Add { Name = "sum" }.Apply([parts[0], second]), new Concatenate { Name = "all" }.Apply([parts[1], second])]);
        model.ExportOnnx(files["m.onnx"]);
        Tensor[] x = [Tensor.RandomNormal([6, 4]), Tensor.RandomNormal([6, 4])];
        var (expected, elsewhere, back) = (model.Predict(x), OnnxFileTests.Run(files["m.onnx"], ["left", "right"], x, ["sum", "all"]), Model.FromOnnx(files["m.onnx"]));
        for (int i = 0; i < 2; i++)
        {
            Close.Assert(expected[i], elsewhere[i]);
            Close.Assert(expected[i], back.Predict(x)[i]);
        }
        Assert.Equal(model.ParameterCount, back.ParameterCount);        // the shared layer is there once
    }

    [Fact]
    public void Layers_one_after_the_other_are_named_after_the_models_they_are_in()
    {
        var model = new Sequential([new InputLayer(2), new Flatten { Name = "flat" }]);
        Assert.Equal(["outer/flat/Flatten"], OnnxModels.Write(new OnnxGraph(DType.Float32), model, ["x"], [[Shape.Unknown, 2]], "outer/"));
    }

    [Fact]
    public void A_network_for_images_with_a_way_around_gives_the_same_from_every_file()
    {
        RandomSeed.Set(6);
        var image = Input.Of([8, 8, 3], name: "image");
        var inside = new BatchNormalization().Apply(new Conv2D(4, 3, "relu") { Padding = Padding.Same }.Apply(image));
        var around = new Add().Apply([new Conv2D(4, 1).Apply(image), new Conv2D(4, 3) { Padding = Padding.Same }.Apply(inside)]);
        var model = new Functional(image, new Dense(2, "softmax") { Name = "what" }.Apply(new GlobalAveragePooling2D().Apply(new ActivationLayer("relu").Apply(around))), "residual");
        model.Compile("adam", "categorical_crossentropy");
        var (x, y) = (Tensor.RandomNormal([12, 8, 8, 3]), Tensor.RandomChoice(2, 12).OneHot(2));
        model.Fit(x, y, epochs: 2, batchSize: 4, verbose: Callbacks.Verbosity.Silent);
        model.ExportOnnx(files["m.onnx"]);
        model.Save(files["m.keras"]);
        var (expected, loaded) = (model.Predict(x), Model.Load(files["m.keras"]));
        Close.Assert(expected, OnnxFileTests.Run(files["m.onnx"], ["image"], [x], ["what"])[0]);
        Close.Assert(expected, Model.FromOnnx(files["m.onnx"]).Predict(x));
        Close.Same([expected], [loaded.Predict(x)]);
        model.Fit(x, y, shuffle: false, verbose: Callbacks.Verbosity.Silent);
        loaded.Fit(x, y, shuffle: false, verbose: Callbacks.Verbosity.Silent);
        Close.Same(model.GetWeights(), loaded.GetWeights());
    }
}
