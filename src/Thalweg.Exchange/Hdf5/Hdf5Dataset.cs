using System.Buffers.Binary;
using System.Runtime.InteropServices;
using static Thalweg.Exchange.Hdf5.Hdf5Bytes;

namespace Thalweg.Exchange.Hdf5;

/// <summary>An array of numbers in a file: in one piece or in several, packed or not, in either order of bytes.</summary>
/// <remarks>HDF5 File Format Specification 3.0, IV.A.2: dataspace, datatype, layout and filter messages.</remarks>
sealed class Hdf5Dataset
{
    const int Dataspace = 1, Datatype = 3, Layout = 8, FixedPoint = 0, FloatingPoint = 1, Compact = 0, Contiguous = 1, Chunked = 2, Filters = 11, MostAxes = 32;

    const byte BigEndian = 0x01, Vax = 0x40;

    readonly Hdf5Bytes file;
    readonly string path;
    readonly int kind, size;
    readonly bool isSigned, isBigEndian;
    readonly Hdf5Chunks? chunks;
    readonly byte[]? inside;
    readonly ulong address;

    /// <summary>The dataset whose header is at an address.</summary>
    /// <param name="file">The file.</param>
    /// <param name="header">The address.</param>
    /// <param name="path">What it is called, for messages.</param>
    public Hdf5Dataset(Hdf5Bytes file, ulong header, string path)
    {
        (this.file, this.path) = (file, path);
        var messages = ObjectHeader.Read(file, header);
        var (space, type, layout) = (One(Dataspace), One(Datatype), One(Layout));
        Demand(space[0] is 1 or 2 && space[1] <= MostAxes && space.Length >= Start(space) + 8 * space[1], $"'{path}' has no shape");
        var lengths = new int[space[1]];
        for (var axis = 0; axis < lengths.Length; axis++)
        {
            var length = Long(space, Start(space) + 8 * axis);
            Demand(length <= int.MaxValue, $"'{path}' is too long");
            lengths[axis] = (int)length;
        }
        Shape = new Shape(lengths);
        (kind, size, isSigned) = (type[0] & 15, (int)Math.Min(Int(type, 4), int.MaxValue), (type[1] & 8) != 0);
        isBigEndian = (type[1] & BigEndian) != 0;
        Demand(kind is FixedPoint or FloatingPoint && size is 1 or 2 or 4 or 8 && !(kind == FloatingPoint && (type[1] & Vax) != 0), $"'{path}' doesn't hold numbers of up to 64 bits");
        Count = 1;
        foreach (var length in lengths)
        {
            Demand(Math.BigMul(Count, length) <= int.MaxValue, $"'{path}' has too many elements");
            Count *= length;
        }
        Demand(layout[0] is 3 or 4 && layout[1] is Compact or Contiguous or Chunked, $"'{path}' is stored in a way that isn't read. Repack it: h5repack -l CONTI");
        if (layout[1] == Chunked)
        {
            chunks = new Hdf5Chunks(file, layout, messages.Find(message => message.Type == Filters).Data, lengths, size, path);
        }
        else if (layout[1] == Compact)
        {
            inside = layout[4..];
            Demand(inside.Length >= Count * size, $"'{path}' has fewer values than its shape says");
        }
        else
        {
            Demand(layout.Length >= 18, $"'{path}' has no place");
            address = Long(layout, 2);
            Demand(Count == 0 || Count * size <= file.Length && address <= (ulong)(file.Length - Count * size), $"'{path}' has {Count * size} bytes of values, which aren't in the file");
        }

        byte[] One(int wanted)
        {
            var found = messages.Find(message => message.Type == wanted).Data;
            Demand(found is { Length: >= 4 } && (wanted != Datatype || found.Length >= 8), $"'{path}' is no dataset");
            return found;
        }

        static int Start(byte[] space) => space[0] == 1 ? 8 : 4;
    }

    public Shape Shape { get; }

    /// <summary>The type that its numbers fit into.</summary>
    public DType Type => kind == FixedPoint ? DType.Int32 : size == 8 ? DType.Float64 : DType.Float32;

    long Count { get; }

    /// <summary>All values as a tensor, in the type wanted.</summary>
    public Tensor Read(DType type) => (kind, size) switch
    {
        (FloatingPoint, 4) => Filled<float>().Cast(type),
        (FloatingPoint, 8) => Filled<double>().Cast(type),
        (FixedPoint, 4) when isSigned => Filled<int>().Cast(type),
        (FloatingPoint, 2) => Converted<Half>(x => (double)x).Cast(type),
        (FixedPoint, 8) => Converted<long>(x => x).Cast(type),
        (FixedPoint, 2) when isSigned => Converted<short>(x => x).Cast(type),
        (FixedPoint, 2) => Converted<ushort>(x => x).Cast(type),
        (FixedPoint, 1) when !isSigned => Converted<byte>(x => x).Cast(type),
        (FixedPoint, 1) => Converted<sbyte>(x => x).Cast(type),
        _ => throw new KerasFormatException($"'{path}' holds {(kind == FixedPoint ? "whole numbers" : "floating-point numbers")} of {size} bytes; float16, float32, float64, int8, uint8, int16, uint16, int32 and int64 are read."),
    };

    Tensor Filled<T>() where T : unmanaged => Tensor.Filled<T>(Shape, span => Fill(MemoryMarshal.AsBytes(span)));

    Tensor Converted<T>(Func<T, double> convert) where T : unmanaged
    {
        var values = new T[Count];
        Fill(MemoryMarshal.AsBytes(values.AsSpan()));
        return Tensor.From((ReadOnlySpan<double>)Array.ConvertAll(values, value => convert(value)), Shape);
    }

    void Fill(Span<byte> destination)
    {
        if (chunks is not null)
        {
            chunks.Read(destination);
        }
        else if (inside is not null)
        {
            inside.AsSpan(0, destination.Length).CopyTo(destination);
        }
        else if (destination.Length > 0)
        {
            file.Read(address, destination);
        }
        if (isBigEndian)
        {
            Turn(destination);
        }
    }

    void Turn(Span<byte> bytes)
    {
        switch (size)
        {
            case 2:
                BinaryPrimitives.ReverseEndianness(MemoryMarshal.Cast<byte, short>(bytes), MemoryMarshal.Cast<byte, short>(bytes));
                break;
            case 4:
                BinaryPrimitives.ReverseEndianness(MemoryMarshal.Cast<byte, int>(bytes), MemoryMarshal.Cast<byte, int>(bytes));
                break;
            case 8:
                BinaryPrimitives.ReverseEndianness(MemoryMarshal.Cast<byte, long>(bytes), MemoryMarshal.Cast<byte, long>(bytes));
                break;
            default:
                break;
        }
    }
}
