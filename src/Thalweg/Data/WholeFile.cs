namespace Thalweg.Data;

/// <summary>
/// Writes a file whole or not at all: the content goes to a file beside it, which takes its name once it is complete.
/// A crash, a full disk or a stopped program leaves the file that was there before.
/// </summary>
public static class WholeFile
{
    /// <summary>Bytes that are handed to the system at a time: it takes four times as long over 100 MB at once.</summary>
    const int Block = 1 << 20;

    /// <summary>Writes <paramref name="path"/> with what <paramref name="write"/> puts into the stream.</summary>
    /// <param name="path">The file to create or replace; its folder must exist.</param>
    /// <param name="write">Writes the content. If it throws, the file stays as it was.</param>
    /// <param name="expectedLength">About how many bytes will be written, where that is known: the disk then gives them in one piece, or says at once that it is full.</param>
    /// <exception cref="DirectoryNotFoundException">The folder doesn't exist.</exception>
    /// <exception cref="IOException">The file can't be written, or <paramref name="path"/> is a folder.</exception>
    /// <example><code>WholeFile.Write("weights.bin", stream => stream.Write(bytes));</code></example>
    public static void Write(string path, Action<Stream> write, long expectedLength = 0)
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
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.None, PreallocationSize = expectedLength };
            using (var stream = new FileStream(beside, options))
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

    /// <summary>Writes bytes in blocks, which the system takes faster than many at once.</summary>
    /// <param name="stream">Where they go.</param>
    /// <param name="bytes">Any number of them.</param>
    /// <example><code>WholeFile.Write("weights.bin", stream => WholeFile.Append(stream, bytes));</code></example>
    public static void Append(Stream stream, ReadOnlySpan<byte> bytes)
    {
        ArgumentNullException.ThrowIfNull(stream);
        for (; bytes.Length > Block; bytes = bytes[Block..])
            stream.Write(bytes[..Block]);
        stream.Write(bytes);
    }
}
