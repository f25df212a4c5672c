using System.IO.Compression;
using static Thalweg.Exchange.Hdf5.Hdf5Bytes;

namespace Thalweg.Exchange.Hdf5;

/// <summary>What has been done to a dataset's pieces before they were stored: shuffled, deflated, or both.</summary>
/// <remarks>HDF5 File Format Specification 3.0, IV.A.2.l: the filter pipeline message, versions 1 and 2.</remarks>
sealed class FilterPipeline
{
    const int Deflate = 1, Shuffle = 2, MostFilters = 32, FirstNamed = 256;

    /// <summary>Deflate can't pack tighter than about 1032 to 1.</summary>
    const int GreatestRatio = 1100;

    readonly List<int> filters = [];

    /// <summary>The pipeline that a message describes; nothing is done where there is none.</summary>
    public FilterPipeline(byte[]? message, string path)
    {
        if (message is null)
        {
            return;
        }
        Demand(message.Length >= 2 && message[0] is 1 or 2 && message[1] <= MostFilters, $"'{path}' says nothing clear about its filters");
        var isOld = message[0] == 1;
        var at = isOld ? 8 : 2;
        for (var i = 0; i < message[1]; i++)
        {
            Demand(at + 8 <= message.Length, $"'{path}' has a filter without an end");
            var id = Short(message, at);
            var hasName = isOld || id >= FirstNamed;
            var (name, numbers) = hasName ? (Short(message, at + 2), Short(message, at + 6)) : (0, Short(message, at + 4));
            at += (hasName ? 8 : 6) + (isOld ? (name + 7) & ~7 : name) + 4 * (isOld ? (numbers + 1) & ~1 : numbers);
            Demand(id is Deflate or Shuffle, $"'{path}' is stored with filter {id}; deflate (1) and shuffle (2) are read. Repack it: h5repack -f NONE");
            filters.Add(id);
        }
    }

    /// <summary>A piece as it was before it was stored.</summary>
    /// <param name="stored">What the file has.</param>
    /// <param name="length">How long it must become.</param>
    /// <param name="size">Bytes of an element.</param>
    /// <param name="skipped">Bits of filters that weren't applied to it.</param>
    /// <param name="path">The dataset, for messages.</param>
    public byte[] Undo(byte[] stored, int length, int size, uint skipped, string path)
    {
        for (var i = filters.Count - 1; i >= 0; i--)
        {
            if ((skipped >> i & 1) == 0)
            {
                stored = filters[i] == Deflate ? Inflated(stored, length, path) : Unshuffled(stored, size);
            }
        }
        Demand(stored.Length == length, $"a piece of '{path}' has {stored.Length} bytes, not {length}");
        return stored;
    }

    static byte[] Inflated(byte[] stored, int length, string path)
    {
        Demand(length <= (long)stored.Length * GreatestRatio, $"a piece of '{path}' says that it unpacks to {length} bytes from {stored.Length}, which no content does");
        var content = new byte[length];
        try
        {
            using var inflate = new ZLibStream(new MemoryStream(stored), CompressionMode.Decompress);
            var read = inflate.ReadAtLeast(content, length, throwOnEndOfStream: false);
            Demand(read == length && inflate.ReadByte() < 0, $"a piece of '{path}' unpacks to another length than {length} bytes");
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException)     // the bytes are in memory: only they can be at fault
        {
            throw new KerasFormatException($"The HDF5 file is damaged: a piece of '{path}' can't be unpacked ({fault.Message})", fault);
        }
        return content;
    }

    /// <summary>The first bytes of all elements stand together, then all second ones; what is left over at the end stays.</summary>
    static byte[] Unshuffled(byte[] stored, int size)
    {
        var content = new byte[stored.Length];
        var count = stored.Length / size;
        for (var part = 0; part < size; part++)
        {
            for (var i = 0; i < count; i++)
            {
                content[i * size + part] = stored[part * count + i];
            }
        }
        stored.AsSpan(count * size).CopyTo(content.AsSpan(count * size));
        return content;
    }
}
