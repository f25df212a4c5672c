using System.Diagnostics;
using System.Numerics;
using Thalweg.Kernels;

namespace Thalweg.Benchmarks;

/// <summary>Elementary functions and reductions on numbers that stay in the second cache, on one thread.</summary>
sealed class FunctionsBenchmark : IBenchmark
{
    const int Length = 1 << 14;

    public string Name => "functions";

    public string Summary => "nanoseconds per element of elementary functions and reductions, one thread";

    public void Run(TextWriter report)
    {
        report.WriteLine($"{Machine.Description}, one thread.");
        report.WriteLine();
        report.WriteLine("| function | Float32 ns | Float64 ns |");
        report.WriteLine("| --- | ---: | ---: |");
        var kept = ThreadTeam.Count;
        ThreadTeam.Count = 1;
        Measure<Exp>(report);
        Measure<Log>(report);
        Measure<Tanh>(report);
        Measure<Erf>(report);
        Measure<Expm1>(report);
        Measure<Log1p>(report);
        report.WriteLine(FormattableString.Invariant($"| sum of a row | {Time<float>((x, y) => Reduce.Row<float, Sum>(x)):F3} | {Time<double>((x, y) => Reduce.Row<double, Sum>(x)):F3} |"));
        report.WriteLine(FormattableString.Invariant($"| sum of 128 columns | {Time<float>((x, y) => Reduce.Columns<float, Sum>(x, y.AsSpan(0, 128))):F3} | {Time<double>((x, y) => Reduce.Columns<double, Sum>(x, y.AsSpan(0, 128))):F3} |"));
        ThreadTeam.Count = kept;
    }

    static void Measure<K>(TextWriter report) where K : struct, IUnaryKernel =>
        report.WriteLine(FormattableString.Invariant(
            $"| {typeof(K).Name} | {Time<float>((x, y) => Elementwise.Map(default(K), x, y)):F3} | {Time<double>((x, y) => Elementwise.Map(default(K), x, y)):F3} |"));

    static double Time<T>(Action<T[], T[]> action) where T : unmanaged, INumber<T>
    {
        var random = new Random(1);
        var x = new T[Length];
        foreach (ref var value in x.AsSpan())
        {
            value = T.CreateTruncating(4 * random.NextDouble() + 0.01);
        }
        var y = new T[Length];
        var samples = new List<double>();
        var start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start).TotalSeconds < 0.5)
        {
            var from = Stopwatch.GetTimestamp();
            for (var i = 0; i < 10; i++)
            {
                action(x, y);
            }
            samples.Add(Stopwatch.GetElapsedTime(from).TotalSeconds);
        }
        return samples.Order().ElementAt(samples.Count / 2) / 10 / Length * 1e9;
    }

    readonly struct Exp : IUnaryKernel
    {
        public V Run<T, V>(V x) where T : unmanaged, INumber<T> where V : struct, ILanes<T, V> => Exponential.Of<T, V>(x);
    }

    readonly struct Log : IUnaryKernel
    {
        public V Run<T, V>(V x) where T : unmanaged, INumber<T> where V : struct, ILanes<T, V> => Logarithm.Of<T, V>(x);
    }

    readonly struct Tanh : IUnaryKernel
    {
        public V Run<T, V>(V x) where T : unmanaged, INumber<T> where V : struct, ILanes<T, V> => SpecialFunctions.Tanh<T, V>(x);
    }

    readonly struct Erf : IUnaryKernel
    {
        public V Run<T, V>(V x) where T : unmanaged, INumber<T> where V : struct, ILanes<T, V> => ErrorFunction.Of<T, V>(x);
    }

    readonly struct Expm1 : IUnaryKernel
    {
        public V Run<T, V>(V x) where T : unmanaged, INumber<T> where V : struct, ILanes<T, V> => SpecialFunctions.Expm1<T, V>(x);
    }

    readonly struct Log1p : IUnaryKernel
    {
        public V Run<T, V>(V x) where T : unmanaged, INumber<T> where V : struct, ILanes<T, V> => SpecialFunctions.Log1p<T, V>(x);
    }

    readonly struct Sum : IReduceKernel
    {
        public static T Identity<T>() where T : unmanaged, INumber<T> => T.Zero;

        public static V Combine<T, V>(V a, V b) where T : unmanaged, INumber<T> where V : struct, ILanes<T, V> => a + b;

        public static T Combine<T>(T a, T b) where T : unmanaged, INumber<T> => a + b;
    }
}
