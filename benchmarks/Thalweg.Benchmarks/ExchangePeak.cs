using System.Diagnostics;
using System.Globalization;
using Thalweg.Exchange;
using Thalweg.Models;

namespace Thalweg.Benchmarks;

/// <summary>
/// The most memory that saving or loading takes beside the weights: the peak of a process of its own, less that of one that makes the
/// model alone (or, for loading, that has the weights' bytes alone), since a process has one peak.
/// </summary>
static class ExchangePeak
{
    /// <summary>The program's first argument that asks for a peak.</summary>
    public const string Argument = "exchange-peak";

    /// <summary>Bytes of peak memory of a piece of work beside the weights.</summary>
    public static double Beside(string work, string folder) =>
        Peak(work, folder) - (work.StartsWith("save", StringComparison.Ordinal) ? Peak("model", folder) : Peak("start", folder) + 4.0 * ExchangeBenchmark.Model().ParameterCount);

    /// <summary>Does a piece of work, and gives the process's peak in bytes.</summary>
    public static long Of(string work, string folder)
    {
        object? kept = work switch
        {
            "start" => null,
            "load.safetensors" => SafeTensors.Read(Path.Combine(folder, "m.safetensors")),
            "load.keras" => Model.Load(Path.Combine(folder, "m.keras")),
            _ => Held(ExchangeBenchmark.Model()),
        };
        switch (work)
        {
            case "save.safetensors":
                ((Sequential)kept!).SaveSafeTensors(Path.Combine(folder, "peak.safetensors"));
                break;
            case "save.keras":
                ((Sequential)kept!).Save(Path.Combine(folder, "peak.keras"));
                break;
            default:
                break;
        }
        GC.KeepAlive(kept);
        return Process.GetCurrentProcess().PeakWorkingSet64;
    }

    static Sequential Held(Sequential model)
    {
        _ = model.ParameterCount;       // the weights are made once they are asked for
        return model;
    }

    static double Peak(string work, string folder)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        {
            start.ArgumentList.Add(typeof(ExchangePeak).Assembly.Location);
        }
        foreach (var argument in (string[])[Argument, work, folder])
        {
            start.ArgumentList.Add(argument);
        }
        using var process = Process.Start(start)!;
        var text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return double.Parse(text, CultureInfo.InvariantCulture);
    }
}
