using System.Diagnostics;
using System.Runtime.InteropServices;
using Thalweg.Data;
using Thalweg.Exchange;
using Thalweg.Layers;
using Thalweg.Models;

namespace Thalweg.Benchmarks;

/// <summary>Saving and loading a model of 100 million parameters, against copying a file of the same length.</summary>
sealed class ExchangeBenchmark : IBenchmark
{
    const int Rounds = 11;

    /// <summary>The lengths of the blocks that a copy is made in.</summary>
    const int CopyBlock = 1 << 20;

    /// <summary>More than any of the works takes, in bytes.</summary>
    const nuint FreeMemory = 1_500_000_000;

    public string Name => "exchange";

    public string Summary => "saving and loading 100 million parameters, against copying the file";

    public void Run(TextWriter report)
    {
        var folder = Directory.CreateTempSubdirectory("thalweg-exchange-").FullName;
        try
        {
            Run(report, folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>The network that is saved and loaded.</summary>
    public static Sequential Model() => new([new InputLayer(5000), .. Enumerable.Range(0, 4).Select(_ => new Dense(5000))]);

    static void Run(TextWriter report, string folder)
    {
        var model = Model();
        var bytes = model.ParameterCount * sizeof(float);
        string File(string name) => Path.Combine(folder, name);
        model.SaveSafeTensors(File("m.safetensors"));
        model.Save(File("m.keras"));
        (string What, int Against, Func<object?> Work, string Peak)[] works =
        [
            ("copy of the file, to the disk", 0, () => Copy(File("m.safetensors"), File("new")), ""),
            ("reading the file into memory", 1, () => ReadInto(File("m.safetensors"), bytes), ""),
            ("safetensors, save", 0, () => Saved(() => model.SaveSafeTensors(File("new"))), "save.safetensors"),
            ("safetensors, load", 1, () => SafeTensors.Read(File("m.safetensors")), "load.safetensors"),
            (".keras, save", 0, () => Saved(() => model.Save(File("new"))), "save.keras"),
            (".keras, load", 1, () => Thalweg.Models.Model.Load(File("m.keras")), "load.keras"),
        ];
        var seconds = works.Select(_ => new double[Rounds]).ToArray();
        for (var round = -1; round < Rounds; round++)       // the first one isn't counted
        {
            for (var i = 0; i < works.Length; i++)
            {
                System.IO.File.Delete(File("new"));         // all write a file that isn't there
                WholeFile.Write(File("settled"), stream => stream.WriteByte(0));        // and the disk is done with the one that was
                GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
                TouchFreeMemory();
                var start = Stopwatch.GetTimestamp();
                var result = works[i].Work();
                seconds[i][Math.Max(round, 0)] = Stopwatch.GetElapsedTime(start).TotalSeconds;
                GC.KeepAlive(result);
            }
        }
        report.WriteLine(FormattableString.Invariant($"{Machine.Description}. {model.ParameterCount:N0} parameters, {bytes / 1e6:F0} MB; medians of {Rounds} rounds, in each of which everything runs once, in turns. Writing ends when the disk has the bytes, for copies too; reading is from the page cache."));
        report.WriteLine();
        report.WriteLine("| what | seconds | times the copy | peak memory beside the weights, MB |");
        report.WriteLine("| --- | ---: | ---: | ---: |");
        for (var i = 0; i < works.Length; i++)
        {
            var ratios = seconds[i].Zip(seconds[works[i].Against], (own, copy) => own / copy).ToArray();
            var peak = works[i].Peak.Length == 0 ? "" : (ExchangePeak.Beside(works[i].Peak, folder) / 1e6).ToString("F0", System.Globalization.CultureInfo.InvariantCulture);
            report.WriteLine(FormattableString.Invariant($"| {works[i].What} | {Median(seconds[i]):F3} | {Median(ratios):F2} | {peak} |"));
        }
    }

    /// <summary>A virtual machine may have given its free pages back to its host, and waits when it needs them again: which work that hits would be chance.</summary>
    static unsafe void TouchFreeMemory()
    {
        var memory = NativeMemory.Alloc(FreeMemory);
        NativeMemory.Fill(memory, FreeMemory, 1);
        NativeMemory.Free(memory);
    }

    static object? Saved(Action save)
    {
        save();
        return null;
    }

    static object? Copy(string from, string to)
    {
        using var source = File.OpenRead(from);
        using var target = new FileStream(to, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, PreallocationSize = source.Length });     // without, it is slower
        source.CopyTo(target, CopyBlock);
        target.Flush(flushToDisk: true);
        return null;
    }

    static float[] ReadInto(string path, long bytes)
    {
        var values = new float[bytes / sizeof(float)];
        using var source = File.OpenRead(path);
        source.ReadAtLeast(MemoryMarshal.AsBytes(values.AsSpan()), values.Length * sizeof(float), throwOnEndOfStream: false);
        return values;
    }

    static double Median(double[] values) => values.Order().ElementAt(values.Length / 2);
}
