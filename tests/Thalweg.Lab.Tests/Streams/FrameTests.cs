using CsCheck;
using Thalweg.Lab.Streams;

namespace Thalweg.Lab.Tests.Streams;

public class FrameTests
{
    [Fact]
    public void The_layout_is_little_endian_behind_sixteen_bytes()
    {
        byte[] bytes = new Frame(FrameKind.BatchLoss, 0x0102, 0x03040506, 7, new[] { 1f, -2f }).ToBytes();
        Assert.Equal([1, 3, 2, 1, 6, 5, 4, 3, 7, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0x80, 0x3f, 0, 0, 0, 0xc0], bytes);
    }

    [Fact]
    public void What_is_written_is_read_again() =>
        Gen.Select(Gen.Int[1, 7], Gen.UShort, Gen.UInt, Gen.UInt, Gen.Float.Array[0, 50]).Sample((kind, series, run, step, values) =>
        {
            var frame = Frame.Read(new Frame((FrameKind)kind, series, run, step, values).ToBytes());
            return frame.Kind == (FrameKind)kind && frame.Series == series && frame.Run == run && frame.Step == step
                && frame.Values.ToArray().Select(BitConverter.SingleToInt32Bits).SequenceEqual(values.Select(BitConverter.SingleToInt32Bits));
        });

    [Theory]
    [InlineData(new byte[0], "begins with 16 bytes")]
    [InlineData(new byte[] { 1, 1, 0 }, "begins with 16 bytes")]
    [InlineData(new byte[] { 2, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 }, "version 2")]
    [InlineData(new byte[] { 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 }, "kind 0")]
    [InlineData(new byte[] { 1, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 }, "kind 8")]
    [InlineData(new byte[] { 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0 }, "says 1 numbers, but 0 bytes")]
    [InlineData(new byte[] { 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 255, 255, 255, 255, 0, 0, 0, 0 }, "says 4294967295 numbers")]
    [InlineData(new byte[] { 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 1, 2, 3 }, "but 3 bytes")]
    public void What_is_no_frame_is_refused(byte[] bytes, string why) =>
        Assert.Contains(why, Assert.Throws<FormatException>(() => Frame.Read(bytes)).Message, StringComparison.Ordinal);

    [Fact]
    public void Any_bytes_are_a_frame_or_refused() => Gen.Byte.Array[0, 64].Sample(bytes =>
    {
        try
        {
            return Frame.Read(bytes).ToBytes().AsSpan().SequenceEqual(bytes) || bytes.Length > 16;     // NaN has many patterns
        }
        catch (FormatException)
        {
            return true;
        }
    });
}
