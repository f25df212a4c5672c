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
}
