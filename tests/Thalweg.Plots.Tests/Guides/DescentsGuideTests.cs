using Thalweg.Callbacks;
using Thalweg.Descents;
using Thalweg.Descents.Objectives;
using Thalweg.Layers;
using Thalweg.Models;
using Thalweg.Optimizers;

namespace Thalweg.Plots.Tests.Guides;

/// <summary>The code of docs/guides/descents.md, run as it stands there, in a folder of its own.</summary>
[Collection(nameof(FiguresGuideTests))]
public sealed class DescentsGuideTests : IDisposable
{
    static readonly string Beside = AppContext.BaseDirectory;

    readonly string before = Environment.CurrentDirectory;
    readonly string folder = Directory.CreateTempSubdirectory("thalweg-").FullName;

    public DescentsGuideTests() => Environment.CurrentDirectory = folder;

    public void Dispose()
    {
        Environment.CurrentDirectory = before;
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void The_code_of_the_guide_runs()
    {
        var race = Descent.Race(new Rosenbrock(), [new Sgd(0.001), new Adam(0.05)], steps: 300);
        Console.WriteLine(race[1]);
        DescentFigure.Of(race, ["gradient descent", "Adam"]).SaveSvg("race.svg");
        var own = Descent.Run(w => w.Square().Sum(), Tensor.Of(3.0, 1.0), new Sgd(0.1), steps: 20);
        Assert.Equal(20, own.Last.Step);

        var best = Minimize.LBfgs(new Rosenbrock().Cost, Tensor.Of(-1.2, 1.0));
        Console.WriteLine($"{best.X} after {best.Evaluations} evaluations, {best.Status}");
        Assert.True(best.Converged);

        var x = Tensor.RandomNormal([30, 4], stream: new RandomStream(1));
        var y = x.Sum(axis: 1, keepDims: true).Tanh();
        var model = new Sequential([new InputLayer(4), new Dense(6, "tanh"), new Dense(1)]);
        model.Compile("adam", "mse");

        var recorder = new WeightRecorder();
        model.Fit(x, y, epochs: 30, callbacks: [recorder]);
        var loss = Landscape.LossOf(model, x, y);
        var plane = WeightPlane.Principal(recorder.Path);
        var losses = Landscape.Plane(loss, model.TrainableWeights, plane, plane.Around(), points: 25);
        LandscapeFigure.Plane(losses, plane.Around(), plane).SaveSvg("plane.svg");

        double[] places = [.. Enumerable.Range(0, 51).Select(i => i * 0.04 - 1)];
        var along = Landscape.Slice(loss, model.Weights[0], [3, 2], places);                      // one weight
        var start = recorder.Path[0];
        var between = Landscape.Between(loss, model.TrainableWeights, start, recorder.Path[^1], places);
        var (a, b) = (Directions.FilterNormalized(model.TrainableWeights, 1), Directions.FilterNormalized(model.TrainableWeights, 2));
        var line = Landscape.Line(loss, model.TrainableWeights, a, places);                       // a direction
        var around = Landscape.Plane(loss, model.TrainableWeights, a, b, radius: 1, points: 25);  // two directions
        LandscapeFigure.Slice(places, [("along a random direction", line)], "α", marked: 0).SaveSvg("line.svg");
        Assert.Equal((51, 51, 625), (along.Length, between.Length, around.Length));

        var curvature = Curvature.Of(model, x, y);
        var ends = curvature.Eigenvalues(greatest: 5, least: 2);      // Lanczos, with full reorthogonalisation
        var trace = curvature.Trace(probes: 20);                      // Hutchinson, with its standard error
        var density = curvature.Density(probes: 4, steps: 30);        // stochastic Lanczos quadrature
        var sharpness = curvature.Sharpness();                        // the greatest eigenvalue
        var rise = curvature.AscentSharpness(radius: 0.05);           // how much the loss rises a step uphill, as SAM sees it
        Assert.True(trace.StandardError > 0 && rise > 0 && Math.Abs(sharpness - ends.Values[^1]) < 0.01 * sharpness);

        var limit = StabilityLimit.Of(curvature, model.Optimizer!);
        double found = MeasuredLimit.Of(new Quadratic(10), new Sgd(0.01, momentum: 0.9));       // 0.38, which is 2 (1 + μ) / λ
        Assert.Equal(0.38, found, 0.002);
        Console.WriteLine(limit);       // learning rate 0.001 is 0.05 of the limit …
        SpectrumFigure.Of(density, ends.Values, limit).SaveSvg("spectrum.svg");

        Assert.Equal(["line.svg", "plane.svg", "race.svg", "spectrum.svg"], Directory.GetFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_line_of_code_in_the_guide_is_among_those_run()
    {
        var run = File.ReadLines(Path.Combine(Beside, "Guides", "DescentsGuideTests.cs")).Select(line => line.Trim()).ToHashSet();
        Assert.Equal([], GuideCode.Lines(Path.Combine(Beside, "Guides", "descents.md")).Except(run));
    }
}
