using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Thalweg.Callbacks;
using Thalweg.Layers;
using Thalweg.Models;

namespace Thalweg.Exchange.Tests.Guides;

/// <summary>The code of docs/guides/exchange.md, run as it stands there, in a folder of its own.</summary>
[Collection(nameof(ExchangeGuideTests))]
public sealed partial class ExchangeGuideTests : IDisposable
{
    static readonly string Beside = AppContext.BaseDirectory;

    readonly string before = Environment.CurrentDirectory;
    readonly string folder = Directory.CreateTempSubdirectory("thalweg-").FullName;

    public ExchangeGuideTests() => Environment.CurrentDirectory = folder;

    public void Dispose()
    {
        Environment.CurrentDirectory = before;
        Directory.Delete(folder, recursive: true);
    }

    sealed class Scale(double factor) : Layer
    {
        public double Factor => factor;

        public override Shape OutputShape(Shape input) => input;

        protected override Tensor Call(Tensor x, in CallContext context) => x * factor;
    }

    [Fact]
    public void The_code_of_the_guide_runs()
    {
        var model = KerasFileTests.Network(dropout: false);
        var (x, y) = KerasFileTests.Data();
        model.Compile("adam", "categorical_crossentropy");

        model.Save("iris.keras");                           // layers, weights, compile settings, the optimiser's state
        var again = Model.Load("iris.keras");               // trains on with the same bits
        model.SaveWeights("iris.weights.h5");
        WeightsReport report = again.LoadWeights("iris.weights.h5", WeightMatching.Name);
        Console.WriteLine(report);                          // All 2 layers were loaded.
        Assert.Equal("All 2 layers were loaded.", report.ToString());

        CustomObjects.Register<Layer>("Zoo>Scale",
            settings => new Scale(settings["factor"]!.GetValue<double>()),
            layer => layer is Scale scale ? new JsonObject { ["factor"] = scale.Factor } : null);

        model.SaveSafeTensors("iris.safetensors");
        model.LoadSafeTensors("iris.safetensors");
        SafeTensors.Write("more.safetensors", new Dictionary<string, Tensor> { ["a"] = Tensor.Of(1f, 2f) });
        using var file = SafeTensorsFile.Open("more.safetensors");      // mapped into memory, read one by one
        Tensor a = file.Read("a");
        Assert.Equal(2, a.Size);

        model.ExportOnnx("iris.onnx");
        var imported = Model.FromOnnx("iris.onnx");
        Close.Assert(model.Predict(x), imported.Predict(x));

        model.ExportOnnx("raw.onnx", new OnnxTable(
            [new OnnxTextColumn("island", ["Biscoe", "Dream", "Torgersen"], HasMissingLevel: false), new OnnxNumberColumn("mass", 4201, MarksMissing: false)],
            ["Adelie", "Chinstrap", "Gentoo"], FromLogits: false));

        using var logger = new TensorBoardLogger("logs") { HistogramFrequency = 1, Graph = model };
        model.Fit(x, y, epochs: 3, callbacks: [logger], verbose: Verbosity.Silent);
        Assert.Single(Directory.GetFiles(Path.Combine("logs", "train")));
    }

    [Fact]
    public void Every_line_of_the_guide_stands_in_the_test()
    {
        string test = File.ReadAllText(Path.Combine(Beside, "Guides", "ExchangeGuideTests.cs"));
        string guide = File.ReadAllText(Path.Combine(Beside, "Guides", "exchange.md"));
        var lines = Code().Matches(guide).SelectMany(block => block.Groups[1].Value.Split('\n')).Select(line => line.Trim()).Where(line => line.Length > 0 && !line.StartsWith("using Thalweg", StringComparison.Ordinal));
        Assert.All(lines, line => Assert.Contains(line, test, StringComparison.Ordinal));
    }

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Code();
}
