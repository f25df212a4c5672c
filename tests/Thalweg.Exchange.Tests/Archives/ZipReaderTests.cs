using System.IO.Compression;
using System.Text;
using Thalweg.Exchange.Archives;

namespace Thalweg.Exchange.Tests.Archives;

public class ZipReaderTests
{
    static MemoryStream Zip(CompressionLevel level, params (string Name, byte[] Content)[] entries)
    {
        var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var entry = archive.CreateEntry(name, level).Open();
                entry.Write(content);
            }
        }
        return stream;
    }

    [Theory]
    [InlineData(CompressionLevel.NoCompression)]
    [InlineData(CompressionLevel.Optimal)]
    public void Entries_that_another_program_wrote_are_read(CompressionLevel level)
    {
        byte[] content = [.. Enumerable.Range(0, 5000).Select(i => (byte)(i / 7))];
        var reader = ZipReader.Open(Zip(level, ("a/b.txt", Encoding.UTF8.GetBytes("hello")), ("c", content)));
        Assert.Equal("hello", Encoding.UTF8.GetString(reader.Read("a/b.txt", 100)));
        Assert.Equal(content, reader.Read("c", 10_000));
        Assert.Contains("more than the 10", Assert.Throws<InvalidDataException>(() => reader.Read("c", 10)).Message, StringComparison.Ordinal);
        Assert.Contains("a/b.txt", Assert.Throws<InvalidDataException>(() => reader.Read("missing", 10)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../evil")]
    [InlineData("/etc/passwd")]
    [InlineData("a\\b")]
    [InlineData("a/../../b")]
    [InlineData("C:evil")]
    public void Paths_out_of_the_archive_are_refused(string name) =>
        Assert.Contains("outside", Assert.Throws<InvalidDataException>(() => ZipReader.Open(Zip(CompressionLevel.NoCompression, (name, [1])))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_length_that_no_content_unpacks_to_takes_no_memory()
    {
        var bytes = Zip(CompressionLevel.Optimal, ("a", new byte[100_000])).ToArray();
        int directory = bytes.AsSpan().LastIndexOf("PK"u8);
        int line = bytes.AsSpan(0, directory).LastIndexOf("PK\u0001\u0002"u8);
        BitConverter.TryWriteBytes(bytes.AsSpan(line + 24), 2_000_000_000);
        Assert.Contains("no content does", Assert.Throws<InvalidDataException>(() => ZipReader.Open(new MemoryStream(bytes)).Read("a", int.MaxValue)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_changed_byte_is_noticed()
    {
        var bytes = Zip(CompressionLevel.NoCompression, ("a", [1, 2, 3, 4])).ToArray();
        bytes[bytes.AsSpan().IndexOf((byte[])[1, 2, 3, 4])] = 9;
        Assert.Contains("checksum", Assert.Throws<InvalidDataException>(() => ZipReader.Open(new MemoryStream(bytes)).Read("a", 10)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_may_not_come_twice() =>
        Assert.Contains("twice", Assert.Throws<InvalidDataException>(() => ZipReader.Open(Zip(CompressionLevel.NoCompression, ("a", [1]), ("a", [2])))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_length_in_64_bits_that_is_not_in_the_file_takes_no_memory()
    {
        var stream = new MemoryStream();
        var writer = new ZipWriter(stream, limit: 0);
        writer.Add("a", [1, 2, 3]);
        writer.Finish();
        var bytes = stream.ToArray();
        int line = bytes.AsSpan().LastIndexOf("PK\u0001\u0002"u8);
        foreach (int at in (int[])[0, 8])
            BitConverter.TryWriteBytes(bytes.AsSpan(line + 46 + 1 + 4 + at), 6_000_000_000);
        Assert.Contains("beyond the end", Assert.Throws<InvalidDataException>(() => ZipReader.Open(new MemoryStream(bytes)).Open("a")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("a,b,c\n1,2,3", "isn't a zip archive, as .keras files are")]
    [InlineData("PK\u0003\u0004 and no more", "breaks off")]
    public void What_is_no_archive_says_what_to_do(string content, string named) =>
        Assert.Contains(named, Assert.Throws<InvalidDataException>(() => ZipReader.Open(new MemoryStream(Encoding.UTF8.GetBytes(content)))).Message, StringComparison.Ordinal);
}
