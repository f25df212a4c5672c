using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;
using Thalweg.Exchange.Protobuf;

namespace Thalweg.Exchange.TensorBoard;

/// <summary>Appends records to an event file as TensorBoard reads it: length, its checksum, the event, its checksum.</summary>
/// <remarks>The framing of TFRecord files; event.proto and summary.proto of TensorFlow.</remarks>
sealed class EventFile : IDisposable
{
    readonly FileStream stream;

    /// <summary>Begins a file in a folder, which is made where it doesn't exist.</summary>
    public EventFile(string folder, double now, string suffix)
    {
        Directory.CreateDirectory(folder);
        Path = System.IO.Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"events.out.tfevents.{(long)now:D10}.thalweg.{Environment.ProcessId}{suffix}"));
        stream = new FileStream(Path, FileMode.Create, FileAccess.Write, FileShare.Read);
        Write(new ProtoMessage().Add(1, now).Add(3, "brain.Event:2"));
    }

    public string Path { get; }

    /// <summary>Appends an event.</summary>
    public void Write(ProtoMessage message)
    {
        var bytes = message.Bytes;
        var record = new byte[bytes.Length + 16];
        BinaryPrimitives.WriteUInt64LittleEndian(record, (ulong)bytes.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(record.AsSpan(8), Masked(record.AsSpan(0, 8)));
        bytes.CopyTo(record.AsSpan(12));
        BinaryPrimitives.WriteUInt32LittleEndian(record.AsSpan(12 + bytes.Length), Masked(bytes));
        stream.Write(record);
    }

    public void Flush() => stream.Flush();

    public void Dispose() => stream.Dispose();

    /// <summary>CRC-32C, turned and shifted, because checksums of data that hold checksums are weak.</summary>
    public static uint Masked(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var one in bytes)
        {
            crc = BitOperations.Crc32C(crc, one);
        }
        crc = ~crc;
        return BitOperations.RotateRight(crc, 15) + 0xa282ead8;
    }
}
