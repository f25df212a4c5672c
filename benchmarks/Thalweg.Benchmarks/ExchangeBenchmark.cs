using System.Diagnostics;
using Thalweg.Exchange;
using Thalweg.Layers;
using Thalweg.Models;

namespace Thalweg.Benchmarks;

/// <summary>Saving and loading a model of 100 million parameters, against copying a file of the same length.</summary>
sealed class ExchangeBenchmark : IBenchmark
{
    const int Rounds = 5;

    public string Name => "exchange";

    public string Summary => "saving and loading 100 million parameters, against copying the file";

    public void Run(TextWriter report)
    {
        var folder = Directory.CreateTempSubdirectory("thalweg-exchange-").FullName;
        try
        {
            Run(report, name => Path.Combine(folder, name));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    static void Run(TextWriter report, Func<string, string> file)
    {
        var model = new Sequential([new InputLayer(5000), .. Enumerable.Range(0, 4).Select(_ => new Dense(5000))]);
        var bytes = model.ParameterCount * sizeof(float);
        report.WriteLine(FormattableString.Invariant($"{Machine.Description}. {model.ParameterCount:N0} parameters, {bytes / 1e6:F0} MB; medians of {Rounds}. Writing ends when the disk has the bytes, for copies too; reading is from the page cache."));
        report.WriteLine();
        report.WriteLine("| what | seconds | times the copy | allocated beside the result, MB |");
        report.WriteLine("| --- | ---: | ---: | ---: |");
        model.SaveSafeTensors(file("m.safetensors"));
        model.Save(file("m.keras"));

        var copied = Measure(() => Copy(file("m.safetensors"), file("copy")), 0);
        var read = Measure(() => ReadInto(file("m.safetensors"), bytes), bytes);
        Line("copy of the file, to the disk", copied, copied);
        Line("reading the file into memory", read, read);
        Line("safetensors, save", Measure(() => model.SaveSafeTensors(file("again.safetensors")), 0), copied);
        Line("safetensors, load", Measure(() => SafeTensors.Read(file("m.safetensors")), bytes), read);
        Line(".keras, save", Measure(() => model.Save(file("again.keras")), 0), copied);
        Line(".keras, load", Measure(() => Model.Load(file("m.keras")), bytes), read);

        void Line(string what, (double Seconds, double Megabytes) cost, (double Seconds, double Megabytes) copy) =>
            report.WriteLine(FormattableString.Invariant($"| {what} | {cost.Seconds:F3} | {cost.Seconds / copy.Seconds:F2} | {cost.Megabytes:F0} |"));
    }

    static void Copy(string from, string to)
    {
        using var source = File.OpenRead(from);
        File.Delete(to);
        using var target = File.Create(to);
        source.CopyTo(target, 1 << 20);
        target.Flush(flushToDisk: true);
    }

    static float[] ReadInto(string path, long bytes)
    {
        var values = new float[bytes / sizeof(float)];
        using var source = File.OpenRead(path);
        source.ReadAtLeast(System.Runtime.InteropServices.MemoryMarshal.AsBytes(values.AsSpan()), values.Length * sizeof(float), throwOnEndOfStream: false);
        return values;
    }

    /// <summary>The median of seconds, and the most memory that was taken beside what the result holds.</summary>
    static (double Seconds, double Megabytes) Measure(Action work, long result)
    {
        var seconds = new List<double>();
        var most = 0L;
        for (var round = 0; round < Rounds; round++)
        {
            GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            var before = GC.GetTotalAllocatedBytes(precise: true);
            var start = Stopwatch.GetTimestamp();
            work();
            seconds.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
            most = Math.Max(most, GC.GetTotalAllocatedBytes(precise: true) - before - result);
        }
        seconds.Sort();
        return (seconds[Rounds / 2], most / 1e6);
    }
}
