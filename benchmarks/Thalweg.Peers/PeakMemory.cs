using System.Globalization;

namespace Thalweg.Peers;

/// <summary>The most memory that a process has held while it trained the largest network: run once for each side, since a process has one peak.</summary>
static class PeakMemory
{
    /// <summary>Trains one side alone and says how much the peak has grown since before there was a network.</summary>
    public static string Of(string side)
    {
        var before = Peak();
        var duel = Steps.Largest(side == "torch");
        for (var i = 0; i < 4; i++)
        {
            duel();
        }
        var after = Peak();
        return FormattableString.Invariant($"{side}: peak {after / 1024.0:F0} MB, {(after - before) / 1024.0:F0} MB of it for 1024-2048-2048-2048-1000, batch 256, Adam");
    }

    /// <summary>In kB, as Linux counts it.</summary>
    static long Peak() => long.Parse(
        File.ReadLines("/proc/self/status").First(line => line.StartsWith("VmHWM", StringComparison.Ordinal)).Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries)[1],
        CultureInfo.InvariantCulture);
}
