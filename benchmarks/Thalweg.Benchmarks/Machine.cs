using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Thalweg.Benchmarks;

/// <summary>The machine a report was made on.</summary>
static class Machine
{
    /// <summary>The processor's own name.</summary>
    public static string Processor { get; } = FindProcessor();

    /// <summary>The processor's name as part of a file's.</summary>
    public static string FileName { get; } =
        string.Join('-', Processor.ToLowerInvariant().Split([.. Processor.ToLowerInvariant().Where(c => !char.IsAsciiLetterOrDigit(c))], StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Processor, vector width, cores, system and runtime, in a line.</summary>
    public static string Description { get; } =
        $"{Processor}, {(Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : 128)}-bit vectors, {Environment.ProcessorCount} hardware threads, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}";

    static string FindProcessor()
    {
        const string linux = "/proc/cpuinfo";
        var line = File.Exists(linux) ? File.ReadLines(linux).FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal)) : null;
        return line?[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim()
            ?? Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER")
            ?? RuntimeInformation.ProcessArchitecture.ToString();
    }
}
