using Thalweg.Descents;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Descents;

public class SweepTests
{
    readonly Variable w = new(Tensor.RandomNormal([64, 64], stream: new RandomStream(1)));

    Tensor Function(Tensor[] inputs) => ((w.Value * inputs[0].Cast(DType.Float32)).MatMul(w.Value).Tanh() + inputs[1].Cast(DType.Float32)).Square().Mean();

    double[] Run(int points = 300, IProgress<double>? progress = null, CancellationToken cancellation = default) =>
        Sweep.Run(Function, points, i => [i * 0.01, i % 7], progress, cancellation);

    [Fact]
    public void Each_point_has_the_bits_of_the_function_alone_whatever_the_threads()
    {
        double[] expected = [.. Enumerable.Range(0, 300).Select(i => Function([Tensor.Scalar(i * 0.01, DType.Float64), Tensor.Scalar(i % 7, DType.Float64)]).Item())];
        Widths.ForEach(where => Assert.True(expected.SequenceEqual(Run()), where));
    }

    [Fact]
    public void Progress_rises_to_1()
    {
        var told = new List<double>();
        Run(progress: new Told(told));
        Assert.Equal(told.Order(), told);
        Assert.True(told.Count > 50);
        Assert.Equal(1, told[^1]);
        Assert.Empty(Run(0));
    }

    [Fact]
    public void It_stops_when_it_is_told_to()
    {
        using var source = new CancellationTokenSource();
        var told = new List<double>();
        Assert.Throws<OperationCanceledException>(() => Run(progress: new Told(told, source), cancellation: source.Token));
        Assert.InRange(told.Count, 1, 60);
        Assert.Throws<OperationCanceledException>(() => Run(cancellation: source.Token));
        Assert.Equal(300, Run().Length);        // the threads are free again
    }

    sealed class Told(List<double> told, CancellationTokenSource? source = null) : IProgress<double>
    {
        public void Report(double value)
        {
            told.Add(value);
            if (value > 0.2)
            {
                source?.Cancel();
            }
        }
    }
}
