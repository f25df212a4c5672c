namespace Thalweg.Tests.Tensors;

public class BufferTests
{
    [Fact]
    public void Memory_is_seen_as_its_type()
    {
        foreach (var type in Enum.GetValues<DType>())
        {
            var buffer = Buffer.Allocate(type, 3);
            Assert.False(buffer.IsEmpty);
            buffer.Span<byte>(3 * type.Size).Fill(1);
            Assert.Equal(1, buffer.Span<byte>(3 * type.Size)[^1]);
        }
        Assert.True(default(Buffer).IsEmpty);
    }

    [Fact]
    public void A_buffer_may_begin_inside_an_array()
    {
        var arena = new byte[64];
        new Buffer(arena, 16).Span<float>(2)[1] = 1;
        Assert.Equal(1, BitConverter.ToSingle(arena, 20));
    }
}
