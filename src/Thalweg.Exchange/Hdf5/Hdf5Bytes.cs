using System.Buffers.Binary;

namespace Thalweg.Exchange.Hdf5;

/// <summary>An HDF5 file as bytes at addresses: nothing beyond its end can be asked for, and only so many pieces of it.</summary>
/// <param name="stream">The file, readable and seekable.</param>
sealed class Hdf5Bytes(Stream stream)
{
    /// <summary>What an address is where there is nothing.</summary>
    public const ulong Undefined = ulong.MaxValue;

    /// <summary>A piece of structure (a header, a node of a tree, a heap) is small; values are read on their own.</summary>
    const int LargestPiece = 16 << 20;

    const int MostPieces = 1_000_000;

    /// <summary>A damaged file may send the reader round in circles: all pieces together may be so many times the file.</summary>
    const long MostTimes = 16;

    /// <summary>Packed values may take so much more memory than the file, and so many bytes beside.</summary>
    const long MostUnpacked = 4, UnpackedSlack = 32 << 20;

    long taken, unpacked;
    int pieces;

    public long Length => stream.Length;

    /// <summary>Some bytes of structure.</summary>
    /// <exception cref="KerasFormatException">They aren't in the file.</exception>
    public byte[] At(ulong address, long length)
    {
        taken += length;
        Demand(++pieces <= MostPieces && taken <= (Length + 4096) * MostTimes, "its structure refers to itself");
        Demand(length is >= 0 and <= LargestPiece && address <= (ulong)Length && (ulong)length <= (ulong)Length - address, $"{length} bytes at {address} are beyond its end");
        var bytes = new byte[length];
        stream.Position = (long)address;
        stream.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>Values, straight to where they belong.</summary>
    public void Read(ulong address, Span<byte> destination)
    {
        Demand(address <= (ulong)Length && (ulong)destination.Length <= (ulong)Length - address, $"{destination.Length} bytes at {address} are beyond its end");
        stream.Position = (long)address;
        stream.ReadExactly(destination);
    }

    /// <summary>Says that values are unpacked: a small file can't take much memory.</summary>
    public void Unpacks(long bytes, string path)
    {
        unpacked += bytes;
        Demand(unpacked <= MostUnpacked * Length + UnpackedSlack, $"'{path}' unpacks to much more than the {Length} bytes of the file. Where it is to be trusted, unpack it: h5repack -f NONE");
    }

    public static ulong Long(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt64LittleEndian(bytes[at..]);

    public static uint Int(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);

    public static ushort Short(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);

    /// <summary>The file isn't as it should be.</summary>
    public static void Demand(bool condition, string fault)
    {
        if (!condition)
        {
            throw new KerasFormatException($"The HDF5 file is damaged, or of a kind that isn't read: {fault}.");
        }
    }
}
