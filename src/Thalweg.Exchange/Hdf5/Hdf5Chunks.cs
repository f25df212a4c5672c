using static Thalweg.Exchange.Hdf5.Hdf5Bytes;

namespace Thalweg.Exchange.Hdf5;

/// <summary>Values that are stored in pieces (chunks) of the same shape, found through a tree; pieces that aren't there are zeros.</summary>
/// <remarks>
/// HDF5 File Format Specification 3.0, IV.A.2.i (layouts 3 and 4) and III.A.1 (B-trees of version 1). Of layout 4, which files of
/// <c>libver='latest'</c> have, those of a single piece and those without an index are read.
/// </remarks>
sealed class Hdf5Chunks
{
    const int DeepestTree = 32, SingleChunk = 1, Implicit = 2, Filtered = 2, LargestChunk = 1 << 30;

    /// <summary>Pieces may reach beyond the dataset, but not so far that unpacking them is most of the work.</summary>
    const long MostTimes = 16, Slack = 1 << 20;

    readonly Hdf5Bytes file;
    readonly string path;
    readonly int[] lengths, chunk;
    readonly int size, version, index, chunkBytes;
    readonly uint mask;
    readonly long stored;
    readonly ulong address;
    readonly FilterPipeline filters;
    readonly HashSet<long> seen = [];

    /// <summary>Reads a layout message of class 2.</summary>
    public Hdf5Chunks(Hdf5Bytes file, byte[] layout, byte[]? pipeline, int[] lengths, int size, string path)
    {
        (this.file, this.path, this.lengths, this.size, version) = (file, path, lengths, size, layout[0]);
        filters = new FilterPipeline(pipeline, path);
        var rank = lengths.Length;
        chunk = new int[rank];
        int at, width;
        if (version == 3)
        {
            Demand(rank > 0 && layout[2] == rank + 1 && layout.Length >= 11 + 4 * (rank + 1), $"'{path}' has pieces of another number of axes");
            (at, width, address) = (11, 4, Long(layout, 3));
        }
        else
        {
            Demand(rank > 0 && layout.Length >= 5 && layout[3] == rank + 1 && layout[4] is 1 or 2 or 4 or 8 && layout.Length >= 5 + layout[4] * (rank + 1) + 1, $"'{path}' has pieces of another number of axes");
            (at, width) = (5, layout[4]);
        }
        long elements = 1, places = 1;
        for (var axis = 0; axis < rank; axis++, at += width)
        {
            ulong length = 0;
            for (var i = width - 1; i >= 0; i--)
            {
                length = length << 8 | layout[at + i];
            }
            Demand(length is > 0 and <= LargestChunk, $"'{path}' has pieces of no length, or too long");
            chunk[axis] = (int)length;
            elements = Math.BigMul(elements, (long)length) is var more && more <= LargestChunk / size ? (long)more : LargestChunk;
            places *= Math.Max(1, (lengths[axis] + (long)length - 1) / (long)length);
            Demand(elements < LargestChunk && places <= int.MaxValue, $"'{path}' has pieces that are too long, or too many");
        }
        chunkBytes = (int)(elements * size);
        var count = lengths.Aggregate(1L, (product, length) => product * length);
        Demand(places * chunkBytes <= MostTimes * count * size + Slack, $"'{path}' has pieces that are much larger than itself");
        if (version == 3)
        {
            return;
        }
        at += width;
        index = layout[at++];
        Demand(index is SingleChunk or Implicit, $"'{path}' has an index of a kind that isn't read ({index}). Save the file with libver='earliest', or repack it: h5repack -l CONTI");
        stored = chunkBytes;
        if (index == SingleChunk && (layout[2] & Filtered) != 0)
        {
            Demand(layout.Length >= at + 12, $"'{path}' has a piece without a length");
            (stored, mask) = ((long)Math.Min(Long(layout, at), LargestChunk), Int(layout, at + 8));
            at += 12;
        }
        Demand(layout.Length >= at + 8 && (index == Implicit || places == 1), $"'{path}' has no place");
        address = Long(layout, at);
    }

    /// <summary>Puts all values where they belong; the destination is zeros before.</summary>
    public void Read(Span<byte> destination)
    {
        file.Unpacks(destination.Length, path);
        destination.Clear();
        if (address == Undefined)
        {
            return;
        }
        if (version == 3)
        {
            Tree(address, destination, 0);
            return;
        }
        var places = new int[chunk.Length];
        for (var number = 0L; Place(number, places); number++)
        {
            Put(address + (ulong)(number * chunkBytes), stored, mask, places, destination);
        }
    }

    void Tree(ulong node, Span<byte> destination, int depth)
    {
        Demand(depth < DeepestTree, $"the tree of '{path}' is too deep");
        var head = file.At(node, 24);
        Demand(head.AsSpan(0, 4).SequenceEqual("TREE"u8) && head[4] == 1, $"the tree of '{path}' is missing");
        var (count, key) = (Short(head, 6), 8 + 8 * (chunk.Length + 1));
        var entries = file.At(node + 24, count * (key + 8L) + key);
        var places = new int[chunk.Length];
        for (var i = 0; i < count; i++)
        {
            var at = i * (key + 8);
            var child = Long(entries, at + key);
            if (head[5] > 0)
            {
                Tree(child, destination, depth + 1);
                continue;
            }
            for (var axis = 0; axis < chunk.Length; axis++)
            {
                var from = Long(entries, at + 8 + 8 * axis);
                Demand(from < (ulong)lengths[axis] && from % (ulong)chunk[axis] == 0, $"a piece of '{path}' lies outside it");
                places[axis] = (int)from;
            }
            Put(child, Int(entries, at), Int(entries, at + 4), places, destination);
        }
    }

    void Put(ulong from, long length, uint skipped, int[] places, Span<byte> destination)
    {
        long number = 0;
        for (var axis = 0; axis < chunk.Length; axis++)
        {
            number = number * lengths[axis] + places[axis];
        }
        Demand(seen.Add(number), $"a piece of '{path}' is there twice");
        Demand(length <= file.Length && from <= (ulong)(file.Length - length), $"a piece of '{path}' is beyond the end");
        var packed = new byte[length];
        file.Read(from, packed);
        Copy(filters.Undo(packed, chunkBytes, size, skipped, path), places, destination);
    }

    /// <summary>Rows along the last axis, as far as they lie inside the dataset.</summary>
    void Copy(ReadOnlySpan<byte> piece, int[] places, Span<byte> destination)
    {
        var last = chunk.Length - 1;
        var row = Math.Min(chunk[last], lengths[last] - places[last]) * size;
        var inside = new int[last];
        while (true)
        {
            long source = 0, target = 0;
            for (var axis = 0; axis < last; axis++)
            {
                (source, target) = (source * chunk[axis] + inside[axis], target * lengths[axis] + places[axis] + inside[axis]);
            }
            piece.Slice((int)(source * chunk[last] * size), row).CopyTo(destination[(int)((target * lengths[last] + places[last]) * size)..]);
            var turn = last - 1;
            while (turn >= 0 && (++inside[turn] == chunk[turn] || places[turn] + inside[turn] == lengths[turn]))
            {
                inside[turn--] = 0;
            }
            if (turn < 0)
            {
                return;
            }
        }
    }

    /// <summary>Where the piece of a number lies; false behind the last one.</summary>
    bool Place(long number, int[] places)
    {
        for (var axis = chunk.Length - 1; axis >= 0; axis--)
        {
            var along = (lengths[axis] + (long)chunk[axis] - 1) / chunk[axis];
            if (along == 0)
            {
                return false;
            }
            (number, var place) = (number / along, number % along);
            places[axis] = (int)(place * chunk[axis]);
        }
        return number == 0;
    }
}
