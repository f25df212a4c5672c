using System.Buffers;
using System.Text;
using Google.Protobuf;

namespace Thalweg.Exchange.Protobuf;

/// <summary>A protocol-buffer message in the making, field by field: numbers, texts, other messages.</summary>
sealed class ProtoMessage
{
    /// <summary>A tag and a number are never longer.</summary>
    const int LongestNumber = 20;

    readonly ArrayBufferWriter<byte> memory = new();

    /// <summary>The message so far.</summary>
    public ReadOnlySpan<byte> Bytes => memory.WrittenSpan;

    public ProtoMessage Add(int field, long value) => Head(field, WireFormat.WireType.Varint, output => output.WriteInt64(value));

    public ProtoMessage Add(int field, float value) => Head(field, WireFormat.WireType.Fixed32, output => output.WriteFloat(value));

    public ProtoMessage Add(int field, double value) => Head(field, WireFormat.WireType.Fixed64, output => output.WriteDouble(value));

    public ProtoMessage Add(int field, string value) => Add(field, Encoding.UTF8.GetBytes(value));

    public ProtoMessage Add(int field, ProtoMessage value) => Add(field, value.Bytes);

    public ProtoMessage Add(int field, ReadOnlySpan<byte> value)
    {
        var length = value.Length;
        Head(field, WireFormat.WireType.LengthDelimited, output => output.WriteLength(length));
        memory.Write(value);
        return this;
    }

    ProtoMessage Head(int field, WireFormat.WireType type, Action<CodedOutputStream> write)
    {
        var bytes = new byte[LongestNumber];
        using var output = new CodedOutputStream(bytes);
        output.WriteTag(field, type);
        write(output);
        memory.Write(bytes.AsSpan(0, (int)output.Position));
        return this;
    }
}
