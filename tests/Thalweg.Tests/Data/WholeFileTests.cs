using Thalweg.Data;

namespace Thalweg.Tests.Data;

public sealed class WholeFileTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("thalweg-").FullName;

    string Target => Path.Combine(folder, "weights.bin");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Creates_and_replaces_a_file()
    {
        WholeFile.Write(Target, stream => stream.Write([1, 2, 3]));
        WholeFile.Write(Target, stream => stream.Write([4]));
        Assert.Equal([4], File.ReadAllBytes(Target));
        Assert.Single(Directory.EnumerateFiles(folder));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3_000_001)]
    [InlineData(4_000_000)]
    public void Long_contents_arrive_whole_whatever_length_was_expected(long expected)
    {
        var content = new byte[3_000_001];
        Random.Shared.NextBytes(content);
        WholeFile.Write(Target, stream => WholeFile.Append(stream, content), expected);
        Assert.Equal(content, File.ReadAllBytes(Target));
    }

    [Fact]
    public void A_failure_leaves_the_file_that_was_there()
    {
        File.WriteAllBytes(Target, [7]);
        Assert.Throws<InvalidOperationException>(() => WholeFile.Write(Target, stream =>
        {
            stream.Write([1, 2]);
            throw new InvalidOperationException("in the middle");
        }));
        Assert.Equal([7], File.ReadAllBytes(Target));
        Assert.Single(Directory.EnumerateFiles(folder));
    }

    [Fact]
    public void A_missing_folder_is_named()
    {
        string missing = Path.Combine(folder, "missing", "weights.bin");
        var error = Assert.Throws<DirectoryNotFoundException>(() => WholeFile.Write(missing, _ => { }));
        Assert.Contains(Path.Combine(folder, "missing"), error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_is_not_a_file() =>
        Assert.Throws<IOException>(() => WholeFile.Write(folder, _ => { }));
}
