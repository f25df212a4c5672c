using System.Diagnostics;

namespace Thalweg.Samples.Tests;

/// <summary>A sample run as a program of its own, in a folder that holds the data it reads and then what it wrote.</summary>
sealed class SampleRun : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("thalweg-").FullName;

    SampleRun()
    {
    }

    /// <summary>What it wrote on the console.</summary>
    public string Output { get; private set; } = "";

    /// <summary>The source of a sample.</summary>
    public static string Source(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "samples", name + ".cs"));

    /// <summary>How many lines a sample has.</summary>
    public static int Lines(string name) => Source(name).TrimEnd().Split('\n').Length;

    /// <summary>Runs a sample; fails where it does.</summary>
    /// <param name="name">The name of its project.</param>
    /// <param name="data">The files of the folder data that it reads.</param>
    public static async Task<SampleRun> Of(string name, params string[] data)
    {
        var run = new SampleRun();
        Directory.CreateDirectory(Path.Combine(run.folder, "data"));
        foreach (string file in data)
            File.Copy(Path.Combine(AppContext.BaseDirectory, "data", file), Path.Combine(run.folder, "data", file));
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, name + ".dll")])
        {
            WorkingDirectory = run.folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        run.Output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, $"{name} ended with {process.ExitCode}:\n{run.Output}\n{await error}");
        return run;
    }

    /// <summary>Fails unless it wrote a picture of that name, as its extension says.</summary>
    public void AssertPicture(string name)
    {
        byte[] bytes = File.ReadAllBytes(Path.Combine(folder, name));
        byte[] expected = name.EndsWith(".png", StringComparison.Ordinal) ? [0x89, (byte)'P', (byte)'N', (byte)'G'] : "<?xml"u8.ToArray();
        Assert.Equal(expected, bytes.Take(expected.Length));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
