namespace Thalweg.Data;

/// <summary>
/// Writes a file whole or not at all: the content goes to a file beside it, which takes its name once it is complete.
/// A crash, a full disk or a stopped program leaves the file that was there before.
/// </summary>
public static class WholeFile
{
    /// <summary>Writes <paramref name="path"/> with what <paramref name="write"/> puts into the stream.</summary>
    /// <param name="path">The file to create or replace; its folder must exist.</param>
    /// <param name="write">Writes the content. If it throws, the file stays as it was.</param>
    /// <exception cref="DirectoryNotFoundException">The folder doesn't exist.</exception>
    /// <exception cref="IOException">The file can't be written, or <paramref name="path"/> is a folder.</exception>
    /// <example><code>WholeFile.Write("weights.bin", stream => stream.Write(bytes));</code></example>
    public static void Write(string path, Action<Stream> write)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        ArgumentNullException.ThrowIfNull(write);

        string target = Path.GetFullPath(path);
        string folder = Path.GetDirectoryName(target) ?? target;
        if (Directory.Exists(target))
            throw new IOException($"'{path}' is a folder: give the name of a file in it.");
        if (!Directory.Exists(folder))
            throw new DirectoryNotFoundException($"The folder of '{path}' doesn't exist: create '{folder}' first, or write elsewhere.");

        string beside = Path.Combine(folder, $".{Path.GetFileName(target)}.{Path.GetRandomFileName()}");
        try
        {
            using (var stream = new FileStream(beside, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None))
            {
                write(stream);
                stream.Flush(flushToDisk: true);        // or the new name could reach the disk before the content
            }
            File.Move(beside, target, overwrite: true);
        }
        catch
        {
            File.Delete(beside);
            throw;
        }
    }
}
