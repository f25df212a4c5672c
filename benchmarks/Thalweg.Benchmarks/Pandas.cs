using System.Diagnostics;
using System.Globalization;

namespace Thalweg.Benchmarks;

/// <summary>A Python process that reads CSV files with pandas on demand and says how long each took.</summary>
sealed class Pandas : IDisposable
{
    const string Script = """
        import gc, sys, time, pandas
        print("pandas", pandas.__version__, "on Python", sys.version.split()[0], flush=True)
        for path in sys.stdin:
            gc.collect()
            start = time.perf_counter()
            table = pandas.read_csv(path.rstrip("\n"))
            print(time.perf_counter() - start, flush=True)
        """;

    readonly Process process;

    Pandas(Process process, string version)
    {
        this.process = process;
        Version = version;
    }

    /// <summary>The versions of pandas and Python.</summary>
    public string Version { get; }

    /// <summary>Starts the first Python that has pandas; <see langword="null"/> where none does.</summary>
    public static Pandas? Start()
    {
        foreach (var python in (string[])["python3", "/usr/bin/python3", "python"])
        {
            try
            {
                var start = new ProcessStartInfo(python, ["-c", Script])
                {
                    RedirectStandardInput = true,
                    RedirectStandardOutput = true,
                    RedirectStandardError = true,
                };
                var process = Process.Start(start)!;
                if (process.StandardOutput.ReadLine() is { } version)
                {
                    return new Pandas(process, version);
                }

                process.Dispose();
            }
            catch (System.ComponentModel.Win32Exception)
            {
                // No program of this name.
            }
        }

        return null;
    }

    /// <summary>Reads a file once.</summary>
    /// <returns>The seconds it took.</returns>
    public double Time(string path)
    {
        process.StandardInput.WriteLine(path);
        return double.Parse(process.StandardOutput.ReadLine() ?? throw new InvalidOperationException(process.StandardError.ReadToEnd()), CultureInfo.InvariantCulture);
    }

    public void Dispose()
    {
        process.StandardInput.Close();
        process.WaitForExit();
        process.Dispose();
    }
}
