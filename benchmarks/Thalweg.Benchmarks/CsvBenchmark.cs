using System.Diagnostics;
using System.Globalization;
using Thalweg.Data;

namespace Thalweg.Benchmarks;

/// <summary>Reads 300,000 rows of 10 numbers with 1 and 2 threads, in turns with pandas' C reader at its default settings.</summary>
sealed class CsvBenchmark : IBenchmark
{
    const int Rows = 300_000;
    const int Columns = 10;
    const int WarmUps = 3;
    const int Rounds = 11;

    public string Name => "csv";

    public string Summary => "Table.ReadCsv against pandas.read_csv, 300,000 × 10 numbers";

    public void Run(TextWriter report)
    {
        using var pandas = Pandas.Start();
        report.WriteLine($"""
            # Reading CSV: {Rows:N0} × {Columns} numbers

            {Machine.Description}. {pandas?.Version ?? "pandas is not installed (python3-pandas): Thalweg alone"}.
            Medians of {Rounds} rounds after {WarmUps} to warm up; in each round every reader reads the file once, in turns. The file is in the page cache.

            | file | reader | ms | MB/s | × pandas |
            | --- | --- | ---: | ---: | ---: |
            """);
        var path = Path.GetTempFileName();
        try
        {
            Compare(path, "F6", "6 decimals", pandas, report);
            Compare(path, "R", "shortest text that reads back the same, 15 to 17 digits", pandas, report);
        }
        finally
        {
            File.Delete(path);
        }
    }

    static void Compare(string path, string format, string label, Pandas? pandas, TextWriter report)
    {
        WriteNumbers(path, format);
        var megabytes = new FileInfo(path).Length / 1e6;
        var readers = new List<(string Name, Func<double> Seconds)>
        {
            ("Thalweg, 1 thread", () => Time(path, threads: 1)),
            ("Thalweg, 2 threads", () => Time(path, threads: 2)),
        };
        if (pandas is not null)
        {
            readers.Add(("pandas", () => pandas.Time(path)));
        }

        var seconds = readers.Select(_ => new List<double>()).ToArray();
        for (var round = -WarmUps; round < Rounds; round++)
        {
            for (var i = 0; i < readers.Count; i++)
            {
                var taken = readers[i].Seconds();
                if (round >= 0)
                {
                    seconds[i].Add(taken);
                }
            }
        }

        var medians = seconds.Select(times => times.Order().ElementAt(times.Count / 2)).ToArray();
        for (var i = 0; i < readers.Count; i++)
        {
            var ratio = pandas is null ? "" : (medians[^1] / medians[i]).ToString("F2", CultureInfo.InvariantCulture);
            report.WriteLine(FormattableString.Invariant($"| {megabytes:F1} MB, {label} | {readers[i].Name} | {medians[i] * 1000:F0} | {megabytes / medians[i]:F0} | {ratio} |"));
        }
    }

    static double Time(string path, int threads)
    {
        GC.Collect();
        var watch = Stopwatch.StartNew();
        var table = Table.ReadCsv(path, new CsvOptions { Threads = threads });
        var seconds = watch.Elapsed.TotalSeconds;
        return table.RowCount == Rows && table.ColumnCount == Columns
            ? seconds
            : throw new InvalidOperationException($"Read {table.RowCount} × {table.ColumnCount} instead of {Rows} × {Columns}.");
    }

    static void WriteNumbers(string path, string format)
    {
        var random = new Random(1);
        using var writer = new StreamWriter(path);
        writer.WriteLine(string.Join(',', Enumerable.Range(0, Columns).Select(i => $"x{i}")));
        for (var row = 0; row < Rows; row++)
        {
            for (var column = 0; column < Columns; column++)
            {
                writer.Write((random.NextDouble() * 200 - 100).ToString(format, CultureInfo.InvariantCulture));
                writer.Write(column < Columns - 1 ? ',' : '\n');
            }
        }
    }
}
