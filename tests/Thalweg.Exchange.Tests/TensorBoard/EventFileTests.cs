using System.Text;
using Thalweg.Exchange.Protobuf;
using Thalweg.Exchange.TensorBoard;

namespace Thalweg.Exchange.Tests.TensorBoard;

public sealed class EventFileTests : IDisposable
{
    readonly TestFile files = new();

    public void Dispose() => files.Dispose();

    [Fact]
    public void Records_follow_the_version_with_their_checksums()
    {
        using (var file = new EventFile(files["logs"], 1234.5, ".v2"))
            file.Write(new ProtoMessage().Add(2, 7));
        var events = EventReader.Read(Directory.GetFiles(files["logs"]).Single());
        Assert.Equal("brain.Event:2", Encoding.UTF8.GetString((byte[])events[0][3][0]));
        Assert.Equal(1234.5, events[0][1][0]);
        Assert.Equal(7L, events[1][2][0]);
        Assert.Contains("tfevents.0000001234", Directory.GetFiles(files["logs"]).Single(), StringComparison.Ordinal);
    }

    /// <summary>The check value of CRC-32C is e3069283 for the digits 1 to 9.</summary>
    [Fact]
    public void The_checksum_is_the_published_one() =>
        Assert.Equal(unchecked((0xe3069283u >> 15 | 0xe3069283u << 17) + 0xa282ead8), EventFile.Masked("123456789"u8));
}
