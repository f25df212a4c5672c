using Thalweg.Layers;
using Thalweg.Models;

namespace Thalweg.Exchange.Tests.Guides;

/// <summary>The code of docs/guides/functional.md, run as it stands there, in a folder of its own.</summary>
[Collection(nameof(ExchangeGuideTests))]
public sealed class FunctionalGuideTests : IDisposable
{
    static readonly string Beside = AppContext.BaseDirectory;

    readonly string before = Environment.CurrentDirectory;
    readonly string folder = Directory.CreateTempSubdirectory("thalweg-").FullName;

    public FunctionalGuideTests() => Environment.CurrentDirectory = folder;

    public void Dispose()
    {
        Environment.CurrentDirectory = before;
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void The_code_of_the_guide_runs()
    {
        Tensor xa = Tensor.RandomNormal([50, 4], stream: new RandomStream(1)), xb = Tensor.RandomNormal([50, 3], stream: new RandomStream(2));
        var (yesTrue, whichTrue) = ((xa.Sum(axis: 1, keepDims: true) > 0).Cast(DType.Float32), (xb.Sum(axis: 1) > 0).Cast(DType.Int32).OneHot(2));

        var a = Input.Of(4, name: "a");                         // a SymbolicTensor of shape (None, 4)
        var b = Input.Of(3, name: "b");
        var left = new Dense(5, "tanh").Apply(a);
        var right = new Dense(5, "tanh").Apply(b);
        var sum = new Add().Apply([left, right]);
        var both = new Concatenate().Apply([left, sum]);
        var yes = new Dense(1, "sigmoid") { Name = "yes" }.Apply(both);
        var which = new Dense(2, "softmax") { Name = "which" }.Apply(sum);
        var model = new Functional([a, b], [yes, which]);
        model.Summary();                                        // with what each layer is connected to

        var shared = new Dense(8, "relu");
        var (first, second) = (Input.Of(6, name: "first"), Input.Of(6, name: "second"));
        var likeness = new Dot(1) { Normalize = true }.Apply([shared.Apply(first), shared.Apply(second)]);
        var siamese = new Functional([first, second], [likeness]);
        Assert.Equal(2, siamese.Weights.Count);

        model.Compile("adam",
            losses: new() { ["yes"] = "binary_crossentropy", ["which"] = "categorical_crossentropy" },
            lossWeights: new() { ["yes"] = 0.5 },
            metrics: new() { ["yes"] = ["accuracy"], ["which"] = ["accuracy"] });
        var history = model.Fit([xa, xb], [yesTrue, whichTrue], epochs: 5, validationSplit: 0.2);
        double last = history["val_which_loss"][^1];
        IReadOnlyList<Tensor> predicted = model.Predict([xa, xb]);      // one tensor for each output
        Assert.True(last > 0);
        Assert.Equal([50, 2], predicted[1].Shape);

        model.Save("two.keras");
        var loaded = (Functional)Model.Load("two.keras");       // trains on with the same bits
        model.ExportOnnx("two.onnx");                           // named inputs and outputs
        Close.Same(predicted, loaded.Predict([xa, xb]));
    }

    [Fact]
    public void Every_line_of_the_guide_stands_in_the_test()
    {
        string test = File.ReadAllText(Path.Combine(Beside, "Guides", "FunctionalGuideTests.cs"));
        string[] blocks = [.. File.ReadAllText(Path.Combine(Beside, "Guides", "functional.md")).ReplaceLineEndings("\n").Split("```").Where((_, i) => i % 2 == 1)];
        Assert.True(blocks.Length > 4);
        Assert.All(blocks.SelectMany(block => block.Split('\n').Skip(1)).Select(line => line.Trim()).Where(line => line.Length > 0), line => Assert.Contains(line, test, StringComparison.Ordinal));
    }
}
