using System.IO.Compression;
using Thalweg.Exchange.Hdf5;

namespace Thalweg.Exchange.Tests.Hdf5;

public class FilterPipelineTests
{
    static readonly byte[] Content = [.. Enumerable.Range(0, 4000).Select(i => (byte)(i / 100))];

    /// <summary>Version 2: shuffle, then deflate, without names and with one number each.</summary>
    static readonly byte[] Message = [2, 2, 2, 0, 0, 0, 1, 0, 4, 0, 0, 0, 1, 0, 0, 0, 1, 0, 6, 0, 0, 0];

    [Fact]
    public void Filters_are_undone_from_the_last_to_the_first()
    {
        byte[] shuffled = [.. Enumerable.Range(0, 4).SelectMany(part => Enumerable.Range(0, 1000).Select(i => Content[4 * i + part]))];
        Assert.Equal(Content, new FilterPipeline(Message, "a").Undo(Deflated(shuffled), Content.Length, 4, 0, "a"));
        Assert.Equal(Content, new FilterPipeline(Message, "a").Undo(Deflated(Content), Content.Length, 4, skipped: 1, "a"));
    }

    [Theory]
    [InlineData(3999, "another length")]
    [InlineData(4001, "another length")]
    [InlineData(400_000_000, "no content does")]
    public void A_piece_unpacks_to_its_length_and_nothing_else(int length, string named) =>
        Assert.Contains(named, Assert.Throws<KerasFormatException>(() => new FilterPipeline(Message, "a").Undo(Deflated(Content), length, 4, 0, "a")).Message, StringComparison.Ordinal);

    [Fact]
    public void What_is_not_packed_is_refused() =>
        Assert.Throws<KerasFormatException>(() => new FilterPipeline(Message, "a").Undo(Content, Content.Length, 4, 0, "a"));

    [Fact]
    public void What_was_packed_with_a_dictionary_is_refused()
    {
        var packed = Deflated(Content);
        (packed[0], packed[1]) = (0x78, 0xBB);      // a header that asks for one
        Assert.Throws<KerasFormatException>(() => new FilterPipeline(Message, "a").Undo(packed, Content.Length, 4, 0, "a"));
    }

    static byte[] Deflated(byte[] content)
    {
        var stream = new MemoryStream();
        using (var deflate = new ZLibStream(stream, CompressionLevel.Optimal, leaveOpen: true))
        {
            deflate.Write(content);
        }
        return stream.ToArray();
    }
}
