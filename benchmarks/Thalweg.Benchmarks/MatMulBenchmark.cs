using System.Diagnostics;
using System.Numerics;
using Thalweg.Kernels;

namespace Thalweg.Benchmarks;

/// <summary>The matrix product against the rate of fused multiply-adds that the processor reaches without memory.</summary>
sealed class MatMulBenchmark : IBenchmark
{
    static double peak;

    public string Name => "matmul";

    public string Summary => "GFLOP/s of the matrix product, and the share of the measured peak of fused multiply-adds";

    public void Run(TextWriter report)
    {
        peak = FmaPeak.Gigaflops<float>();
        report.WriteLine(FormattableString.Invariant($"{Machine.Description}. Peak of one thread: {peak:F0} GFLOP/s. Medians."));
        report.WriteLine();
        report.WriteLine("| m × k · k × n | form | threads | µs | GFLOP/s | of peak |");
        report.WriteLine("| --- | --- | ---: | ---: | ---: | ---: |");
        var kept = ThreadTeam.Count;
        foreach (var threads in (int[])[1, 2])
        {
            ThreadTeam.Count = threads;
            foreach (var (m, n, k) in Shapes)
            {
                foreach (var (ta, tb) in ((bool, bool)[])[(false, false), (false, true), (true, false)])
                {
                    Measure<float>(report, m, n, k, ta, tb, threads);
                }
            }
        }
        ThreadTeam.Count = kept;
    }

    static readonly (int, int, int)[] Shapes =
    [
        (64, 64, 64), (128, 128, 128), (256, 256, 256), (512, 512, 512), (1024, 1024, 1024), (2048, 2048, 2048),
        (30, 256, 256), (256, 256, 30), (128, 512, 784), (784, 512, 128), (128, 784, 512), (1, 1024, 1024), (1024, 1, 1024), (128, 10, 512),
        (30, 8, 4),
    ];

    static void Measure<T>(TextWriter report, int m, int n, int k, bool ta, bool tb, int threads) where T : unmanaged, INumber<T>
    {
        var random = new Random(1);
        var (a, b, c) = (new T[m * k], new T[k * n], new T[m * n]);
        foreach (var array in (T[][])[a, b])
        {
            for (var i = 0; i < array.Length; i++)
            {
                array[i] = T.CreateTruncating(random.NextDouble() - 0.5);
            }
        }
        var work = 2.0 * m * n * k;
        var repeats = Math.Max(1, (int)(4e7 / (work + 20000)));
        var best = new List<double>();
        var until = Stopwatch.GetTimestamp() + Stopwatch.Frequency * 3 / 10;
        while (Stopwatch.GetTimestamp() < until || best.Count < 7)
        {
            var start = Stopwatch.GetTimestamp();
            for (var r = 0; r < repeats; r++)
            {
                MatrixProduct.Run<T>(a, b, c, m, n, k, ta, tb);
            }
            best.Add(Stopwatch.GetElapsedTime(start).TotalSeconds / repeats);
        }
        best.Sort();
        var seconds = best[best.Count / 2];
        var rate = work / seconds / 1e9;
        report.WriteLine(FormattableString.Invariant(
            $"| {m} × {k} · {k} × {n} | {(ta ? 'T' : 'N')}{(tb ? 'T' : 'N')} | {threads} | {seconds * 1e6:F1} | {rate:F1} | {rate / peak / threads:P0} |"));
    }
}
