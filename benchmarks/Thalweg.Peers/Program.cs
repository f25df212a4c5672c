using System.Globalization;
using Thalweg;
using Thalweg.Benchmarks;
using Thalweg.Peers;
using TorchSharp;

// Thalweg.Peers memory thalweg|torch: the peak memory of one side.
// Thalweg.Peers [NAME…] [--threads 1|2] [--save FOLDER]: all kinds of work where none is named.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args is ["memory", var side])
{
    Console.WriteLine(PeakMemory.Of(side));
    return 0;
}
var works = typeof(IPeerWork).Assembly.GetTypes()
    .Where(type => type.IsClass && type.IsAssignableTo(typeof(IPeerWork)))
    .Select(type => (IPeerWork)Activator.CreateInstance(type)!)
    .OrderBy(work => work.Name, StringComparer.Ordinal)
    .ToList();
string? Option(string name) => Array.IndexOf(args, name) is var i and >= 0 && i + 1 < args.Length ? args[i + 1] : null;
int[] threadCounts = Option("--threads") is { } given ? [int.Parse(given, CultureInfo.InvariantCulture)] : [1, 2];
var chosen = works.Where(work => args.Contains(work.Name)).ToList();
chosen = chosen.Count == 0 ? works : chosen;

var report = new StringWriter();
void Line(string text)
{
    Console.WriteLine(text);
    report.WriteLine(text);
}

Line($"{Machine.Description}; libtorch {torch.__version__} through TorchSharp.");
Line("Medians of up to 41 rounds; in each round both sides run once, in turns.");
Line("");
Line("| work | threads | Thalweg µs | libtorch µs | ratio | at most | |");
Line("| --- | ---: | ---: | ---: | ---: | ---: | --- |");
foreach (var work in chosen)
{
    foreach (var duel in work.Duels())
    {
        foreach (var threads in threadCounts)
        {
            Threads.Count = threads;
            torch.set_num_threads(threads);
            var (ours, theirs, _) = Referee.Measure(duel);
            var ratio = ours / theirs;
            Line($"| {duel.Work} | {threads} | {ours * 1e6:F1} | {theirs * 1e6:F1} | {ratio:F3} | {(double.IsNaN(duel.Limit) ? "" : duel.Limit)} | {(double.IsNaN(duel.Limit) ? "" : ratio <= duel.Limit ? "✓" : "✗")} |");
        }
    }
}
if (Option("--save") is { } folder)
{
    File.WriteAllText(Path.Combine(folder, $"peers-{Machine.FileName}.md"), report.ToString());
}
return 0;
