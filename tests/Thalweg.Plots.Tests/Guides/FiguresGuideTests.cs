using Thalweg.Layers;
using Thalweg.Models;

namespace Thalweg.Plots.Tests.Guides;

/// <summary>The code of docs/guides/figures.md, run as it stands there, in a folder of its own.</summary>
[Collection(nameof(FiguresGuideTests))]
public sealed class FiguresGuideTests : IDisposable
{
    static readonly string Beside = AppContext.BaseDirectory;

    readonly string before = Environment.CurrentDirectory;
    readonly string folder = Directory.CreateTempSubdirectory("thalweg-").FullName;

    public FiguresGuideTests() => Environment.CurrentDirectory = folder;

    public void Dispose()
    {
        Environment.CurrentDirectory = before;
        Directory.Delete(folder, recursive: true);
    }

    static Sequential Compiled(string optimizer)
    {
        var model = new Sequential([new InputLayer(1), new Dense(8, "tanh"), new Dense(1)]);
        model.Compile(optimizer, "mse", ["mae"]);
        return model;
    }

    [Fact]
    public void The_code_of_the_guide_runs()
    {
        Tensor x = Tensor.From([.. Enumerable.Range(0, 40).Select(i => i / 20f - 1)], 40, 1), y = x.Square();
        var model = Compiled("adam");
        var other = Compiled("sgd").Fit(x, y, epochs: 20);

        var history = model.Fit(x, y, epochs: 20, validationSplit: 0.2);
        history.Plot().SaveSvg("history.svg");

        var figure = LearningCurves.Compare([("adam", history), ("sgd", other)]);
        figure.SavePng("compare.png", width: 1000, height: 400);

        ActivationFigure.Of([("tanh", x => x.Tanh()), ("sigmoid", x => x.Sigmoid()), ("ReLU", x => x.Relu())]).Save("activations.svg");

        figure.Panels[0].Add.HorizontalLine(0.1);
        figure.Save("compare.svg");

        Assert.Equal(["activations.svg", "compare.png", "compare.svg", "history.svg"], Directory.GetFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_line_of_code_in_the_guide_is_among_those_run()
    {
        var run = File.ReadLines(Path.Combine(Beside, "Guides", "FiguresGuideTests.cs")).Select(line => line.Trim()).ToHashSet();
        Assert.Equal([], GuideCode.Lines(Path.Combine(Beside, "Guides", "figures.md")).Except(run));
    }
}

/// <summary>The current folder is the process's: nothing runs beside a test that changes it.</summary>
[CollectionDefinition(nameof(FiguresGuideTests), DisableParallelization = true)]
public class FiguresGuideCollection;
