namespace Thalweg.Exchange.Tests;

/// <summary>Files that tests read and write.</summary>
sealed class TestFile : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("thalweg-exchange-").FullName;

    /// <summary>A file that other programs wrote.</summary>
    public static string Of(string name) => Path.Combine(AppContext.BaseDirectory, "Files", name);

    /// <summary>A path in a folder that goes with the test.</summary>
    public string this[string name] => Path.Combine(folder, name);

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
