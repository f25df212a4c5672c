using System.Buffers.Binary;
using System.Text;

namespace Thalweg.Data;

/// <summary>Named tensors in a file, the library's own form for checkpoints. Written whole or not at all, and checked when it is read.</summary>
/// <remarks>
/// Little-endian: <c>THALWEG</c> and a byte for the version (1); the number of tensors (Int32); for each its name (length as Int32, then
/// UTF-8), type and number of axes (a byte each), lengths (Int32 each) and elements; at the end a checksum of everything before (FNV-1a, 64 bits).
/// </remarks>
public static class TensorFile
{
    const byte Version = 1;
    const int MostNames = 1 << 20;

    static ReadOnlySpan<byte> Magic => "THALWEG"u8;

    /// <summary>Writes tensors. A file that is there before is replaced when everything has been written.</summary>
    /// <exception cref="IOException">The file can't be written.</exception>
    public static void Write(string path, IEnumerable<KeyValuePair<string, Tensor>> tensors)
    {
        ArgumentNullException.ThrowIfNull(tensors);
        var all = tensors.ToArray();
        using var memory = new MemoryStream();
        using (var writer = new BinaryWriter(memory, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(Magic);
            writer.Write(Version);
            writer.Write(all.Length);
            foreach (var (name, tensor) in all)
            {
                var text = Encoding.UTF8.GetBytes(name);
                writer.Write(text.Length);
                writer.Write(text);
                writer.Write((byte)tensor.DType);
                writer.Write((byte)tensor.Rank);
                for (var axis = 0; axis < tensor.Rank; axis++)
                {
                    writer.Write(tensor.Shape[axis]);
                }
                WriteElements(writer, tensor);
            }
        }
        var content = memory.GetBuffer().AsSpan(0, (int)memory.Length).ToArray();
        WholeFile.Write(path, stream =>
        {
            stream.Write(content);
            Span<byte> sum = stackalloc byte[sizeof(ulong)];
            BinaryPrimitives.WriteUInt64LittleEndian(sum, Checksum(content));
            stream.Write(sum);
        });
    }

    /// <summary>Reads all tensors of a file, in their order.</summary>
    /// <exception cref="InvalidDataException">The file isn't one, is of a newer version, or is damaged; with the place.</exception>
    public static OrderedDictionary<string, Tensor> Read(string path)
    {
        var bytes = File.ReadAllBytes(path);
        if (bytes.Length < Magic.Length + 1 + sizeof(int) + sizeof(ulong) || !bytes.AsSpan(0, Magic.Length).SequenceEqual(Magic))
        {
            throw new InvalidDataException($"'{path}' isn't a file of tensors: it doesn't begin with THALWEG.");
        }
        if (bytes[Magic.Length] != Version)
        {
            throw new InvalidDataException($"'{path}' has version {bytes[Magic.Length]} of the format; this program reads version {Version}. Use a newer one.");
        }
        var content = bytes.AsSpan(0, bytes.Length - sizeof(ulong));
        if (BinaryPrimitives.ReadUInt64LittleEndian(bytes.AsSpan(content.Length)) != Checksum(content))
        {
            throw new InvalidDataException($"'{path}' is damaged: the checksum at byte {content.Length} doesn't fit. Use another copy.");
        }
        using var reader = new BinaryReader(new MemoryStream(bytes, 0, content.Length, writable: false), Encoding.UTF8);
        try
        {
            reader.BaseStream.Position = Magic.Length + 1;
            var tensors = new OrderedDictionary<string, Tensor>();
            for (var left = reader.ReadInt32(); left > 0; left--)
            {
                var length = reader.ReadInt32();
                var name = Encoding.UTF8.GetString(reader.ReadBytes(length is >= 0 and < MostNames ? length : throw new EndOfStreamException()));
                tensors.Add(name, ReadTensor(reader));
            }
            return tensors;
        }
        catch (Exception fault) when (fault is EndOfStreamException or ArgumentException or OverflowException)
        {
            throw new InvalidDataException($"'{path}' is damaged at byte {reader.BaseStream.Position}: {fault.Message}", fault);
        }
    }

    static void WriteElements(BinaryWriter writer, Tensor tensor)
    {
        switch (tensor.DType)
        {
            case DType.Float32: foreach (var value in tensor.AsSpan<float>()) writer.Write(value); break;
            case DType.Float64: foreach (var value in tensor.AsSpan<double>()) writer.Write(value); break;
            case DType.Int32: foreach (var value in tensor.AsSpan<int>()) writer.Write(value); break;
            default: foreach (var value in tensor.AsSpan<bool>()) writer.Write(value); break;
        }
    }

    static Tensor ReadTensor(BinaryReader reader)
    {
        var type = (DType)reader.ReadByte();
        var lengths = new int[reader.ReadByte()];
        foreach (ref var length in lengths.AsSpan())
        {
            length = reader.ReadInt32();
        }
        var size = lengths.Aggregate(1L, (product, length) => checked(product * (length >= 0 ? length : throw new OverflowException("A length is negative."))));
        if (!Enum.IsDefined(type) || size * type.Size > reader.BaseStream.Length - reader.BaseStream.Position)
        {
            throw new EndOfStreamException("There are fewer elements than the shape says.");
        }
        return type switch
        {
            DType.Float32 => Elements(reader.ReadSingle),
            DType.Float64 => Elements(reader.ReadDouble),
            DType.Int32 => Elements(reader.ReadInt32),
            _ => Elements(reader.ReadBoolean),
        };

        Tensor Elements<T>(Func<T> read) where T : unmanaged
        {
            var values = new T[size];
            for (var i = 0; i < values.Length; i++)
            {
                values[i] = read();
            }
            return Tensor.From(values.AsSpan(), new Shape(lengths));
        }
    }

    static ulong Checksum(ReadOnlySpan<byte> bytes)
    {
        var hash = 14695981039346656037UL;
        foreach (var b in bytes)
        {
            hash = (hash ^ b) * 1099511628211UL;
        }
        return hash;
    }
}
