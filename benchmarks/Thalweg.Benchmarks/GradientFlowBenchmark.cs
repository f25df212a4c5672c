using System.Diagnostics;
using Thalweg.Callbacks;
using Thalweg.Descents;
using Thalweg.Layers;
using Thalweg.Models;

namespace Thalweg.Benchmarks;

/// <summary>What the gradient-flow callback costs at its default frequency, for networks of several sizes.</summary>
sealed class GradientFlowBenchmark : IBenchmark
{
    const int Rounds = 15;

    static readonly (string Name, int Features, int[] Units, int Rows, int Batch)[] Networks =
    [
        ("4-8-3, batch 32", 4, [8, 3], 32_000, 32),
        ("4-256-256-256-3, batch 30", 4, [256, 256, 256, 3], 6_000, 30),
        ("64-128-64-10, batch 32", 64, [128, 64, 10], 16_000, 32),
        ("784-512-512-10, batch 128", 784, [512, 512, 10], 25_600, 128),
    ];

    public string Name => "flow";

    public string Summary => "the time that the gradient-flow callback adds to a training";

    public void Run(TextWriter report)
    {
        report.WriteLine(FormattableString.Invariant($"{Machine.Description}, {Threads.Count} threads. Adam, medians of {Rounds} epochs in turns; every step is told to a callback in both."));
        report.WriteLine();
        report.WriteLine("| network | µs per step | with gradient flow | added | one look, in steps |");
        report.WriteLine("| --- | ---: | ---: | ---: | ---: |");
        foreach (var (name, features, units, rows, batch) in Networks)
        {
            RandomSeed.Set(0);
            var model = new Sequential([new InputLayer(features), .. units[..^1].Select(count => new Dense(count, "relu")), new Dense(units[^1], "softmax")]);
            model.Compile("adam", "categorical_crossentropy");
            var x = Tensor.RandomNormal([rows, features], stream: new RandomStream(1));
            var y = Tensor.RandomChoice(units[^1], rows, stream: new RandomStream(2)).OneHot(units[^1]);
            // One round of each first, then in turns; within a training the first epoch makes the plans and isn't counted.
            var (plain, watched, all) = (new List<double>(), new List<double>(), new List<double>());
            for (var round = 0; round < Rounds; round++)
            {
                plain.Add(Epoch(model, x, y, batch, new LambdaCallback { BatchEnd = (_, _, _) => { } }));
                watched.Add(Epoch(model, x, y, batch, new GradientFlow()));
                all.Add(Epoch(model, x, y, batch, new GradientFlow(10)));
            }
            var steps = (rows + batch - 1) / batch;
            var (bare, flow, dense) = (Median(plain) / steps, Median(watched) / steps, Median(all) / steps);
            report.WriteLine(FormattableString.Invariant(
                $"| {name} | {bare * 1e6:F1} | {flow * 1e6:F1} | {100 * (flow / bare - 1):F1} % | {10 * (dense / bare - 1):F1} |"));
        }
    }

    static double Epoch(Sequential model, Tensor x, Tensor y, int batch, Callback callback)
    {
        var (start, seconds) = (0L, double.PositiveInfinity);
        var clock = new LambdaCallback
        {
            EpochBegin = (_, _) => start = Stopwatch.GetTimestamp(),
            EpochEnd = (_, epoch, _) => seconds = epoch == 0 ? seconds : Math.Min(seconds, Stopwatch.GetElapsedTime(start).TotalSeconds),
        };
        model.Fit(x, y, epochs: 3, batchSize: batch, callbacks: [clock, callback], verbose: Verbosity.Silent);
        return seconds;
    }

    static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
