using CsCheck;
using Thalweg.Kernels;

namespace Thalweg.Tests.Kernels;

public class PhiloxTests
{
    /// <summary>The known answers that Random123 publishes for philox4x32, 10 rounds (file kat_vectors).</summary>
    [Theory]
    [InlineData(0x00000000_00000000UL, 0x00000000_00000000UL, 0x00000000_00000000UL, 0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8)]
    [InlineData(0xffffffff_ffffffffUL, 0xffffffff_ffffffffUL, 0xffffffff_ffffffffUL, 0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd)]
    [InlineData(0x299f31d0_a4093822UL, 0x85a308d3_243f6a88UL, 0x03707344_13198a2eUL, 0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1)]
    public void Gives_the_published_words(ulong key, ulong counterLow, ulong counterHigh, uint x0, uint x1, uint x2, uint x3) =>
        Assert.Equal((x0, x1, x2, x3), Philox.Block(key, counterLow, counterHigh));

    [Fact]
    public void Word_n_is_word_n_mod_4_of_block_n_div_4()
    {
        var words = new uint[12];
        Philox.Fill(key: 7, stream: 3, offset: 0, words);
        for (int block = 0; block < 3; block++)
            Assert.Equal(Philox.Block(7, (ulong)block, 3), (words[4 * block], words[4 * block + 1], words[4 * block + 2], words[4 * block + 3]));
    }

    [Fact]
    public void Any_cut_of_a_stream_gives_the_same_words()
    {
        var whole = new uint[600];
        Philox.Fill(key: 42, stream: 9, offset: 0, whole);
        Gen.Select(Gen.Int[0, 500], Gen.Int[0, 100]).Sample((offset, length) =>
        {
            var part = new uint[length];
            Philox.Fill(42, 9, offset, part);
            return part.AsSpan().SequenceEqual(whole.AsSpan(offset, length));
        });
    }

    [Fact]
    public void Streams_and_keys_differ()
    {
        var words = new HashSet<uint>();
        for (ulong key = 0; key < 10; key++)
            for (ulong stream = 0; stream < 10; stream++)
                words.Add(Philox.Block(key, 0, stream).Item1);
        Assert.Equal(100, words.Count);
    }
}
