using System.Buffers.Binary;
using Google.Protobuf;

namespace Thalweg.Exchange.Tests.TensorBoard;

/// <summary>Reads event files by the published format: TFRecord framing with masked CRC-32C, then fields of event.proto.</summary>
static class EventReader
{
    public static List<Dictionary<int, List<object>>> Read(string path)
    {
        var bytes = File.ReadAllBytes(path);
        var events = new List<Dictionary<int, List<object>>>();
        for (int at = 0; at < bytes.Length;)
        {
            int length = (int)BinaryPrimitives.ReadUInt64LittleEndian(bytes.AsSpan(at));
            Assert.Equal(Masked(bytes.AsSpan(at, 8)), BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at + 8)));
            var data = bytes.AsSpan(at + 12, length);
            Assert.Equal(Masked(data), BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at + 12 + length)));
            events.Add(Fields(data.ToArray()));
            at += length + 16;
        }
        return events;
    }

    /// <summary>Fields by their numbers: numbers, or bytes.</summary>
    public static Dictionary<int, List<object>> Fields(byte[] message)
    {
        var fields = new Dictionary<int, List<object>>();
        using var input = new CodedInputStream(message);
        for (uint tag; (tag = input.ReadTag()) != 0;)
        {
            object value = (tag & 7) switch
            {
                0 => input.ReadInt64(),
                1 => input.ReadDouble(),
                2 => input.ReadBytes().ToByteArray(),
                _ => input.ReadFloat(),
            };
            (fields.TryGetValue((int)(tag >> 3), out var list) ? list : fields[(int)(tag >> 3)] = []).Add(value);
        }
        return fields;
    }

    /// <summary>CRC-32C bit by bit, with polynomial 0x82F63B78.</summary>
    static uint Masked(ReadOnlySpan<byte> bytes)
    {
        uint crc = uint.MaxValue;
        foreach (byte one in bytes)
        {
            crc ^= one;
            for (int bit = 0; bit < 8; bit++)
                crc = (crc & 1) != 0 ? crc >> 1 ^ 0x82F63B78 : crc >> 1;
        }
        crc = ~crc;
        return unchecked((crc >> 15 | crc << 17) + 0xa282ead8);
    }
}
