using System.IO.Compression;
using Thalweg.Exchange.Archives;

namespace Thalweg.Exchange.Tests.Archives;

public class ZipWriterTests
{
    [Fact]
    public void The_archive_opens_elsewhere_and_here()
    {
        var stream = new MemoryStream();
        var writer = new ZipWriter(stream);
        writer.Add("a.txt", "hello"u8);
        writer.Add("dir/b", content =>
        {
            content.Write([0, 0, 3]);
            content.Position = 0;
            content.Write([1, 2]);
        });
        writer.Finish();
        using var archive = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
        Assert.Equal(["a.txt", "dir/b"], archive.Entries.Select(entry => entry.FullName));
        using var inner = archive.GetEntry("dir/b")!.Open();
        var bytes = new byte[3];
        inner.ReadExactly(bytes);
        Assert.Equal([1, 2, 3], bytes);
        Assert.Equal("hello"u8.ToArray(), ZipReader.Open(stream).Read("a.txt", 10));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(100)]
    public void Above_its_limit_lengths_and_places_are_written_in_64_bits(long limit)
    {
        // As archives above 4 GB have them; a limit of a few bytes shows it.
        byte[] content = [.. Enumerable.Range(0, 150).Select(i => (byte)i)];
        var stream = new MemoryStream();
        var writer = new ZipWriter(stream, limit);
        writer.Add("a.txt", "hello"u8);
        writer.Add("long", content);
        writer.Finish();
        var reader = ZipReader.Open(stream);
        Assert.Equal("hello"u8.ToArray(), reader.Read("a.txt", 10));
        Assert.Equal(content, reader.Read("long", 1000));
        using var archive = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
        using var inner = archive.GetEntry("long")!.Open();
        var bytes = new byte[150];
        inner.ReadExactly(bytes);
        Assert.Equal(content, bytes);
    }
}
