using Thalweg.Exchange.Protobuf;

namespace Thalweg.Exchange.Tests.Protobuf;

public class ProtoMessageTests
{
    /// <summary>The examples of the encoding's documentation: field 1 = 150, field 2 = "testing", field 3 = a message.</summary>
    [Fact]
    public void Fields_are_encoded_as_published()
    {
        Assert.Equal([0x08, 0x96, 0x01], new ProtoMessage().Add(1, 150).Bytes.ToArray());
        Assert.Equal([0x12, 0x07, .. "testing"u8], new ProtoMessage().Add(2, "testing").Bytes.ToArray());
        Assert.Equal([0x1A, 0x03, 0x08, 0x96, 0x01], new ProtoMessage().Add(3, new ProtoMessage().Add(1, 150)).Bytes.ToArray());
        Assert.Equal([0x0D, 0, 0, 0x80, 0x3F], new ProtoMessage().Add(1, 1f).Bytes.ToArray());
        Assert.Equal([0x09, 0, 0, 0, 0, 0, 0, 0xF0, 0x3F], new ProtoMessage().Add(1, 1.0).Bytes.ToArray());
    }
}
