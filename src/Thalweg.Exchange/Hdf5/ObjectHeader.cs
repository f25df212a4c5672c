using static Thalweg.Exchange.Hdf5.Hdf5Bytes;

namespace Thalweg.Exchange.Hdf5;

/// <summary>What describes a group or a dataset: messages, each of a type.</summary>
/// <remarks>The HDF Group, HDF5 File Format Specification 3.0, IV.A: versions 1 and 2, with continuation blocks.</remarks>
static class ObjectHeader
{
    const int Continuation = 0x10, MostBlocks = 1000;

    /// <summary>The messages of the header at an address.</summary>
    public static List<(int Type, byte[] Data)> Read(Hdf5Bytes file, ulong address)
    {
        var messages = new List<(int, byte[])>();
        var start = file.At(address, 16);
        var blocks = new Queue<(ulong Address, ulong Length)>();
        var isNew = start.AsSpan(0, 4).SequenceEqual("OHDR"u8);
        int flags = isNew ? start[5] : 0;
        if (isNew)
        {
            Demand(start[4] == 2, $"a header has version {start[4]}");
            var at = 6 + ((flags & 0x20) != 0 ? 16 : 0) + ((flags & 0x10) != 0 ? 4 : 0);
            var bytes = 1 << (flags & 3);
            var size = file.At(address + (ulong)at, bytes);
            ulong length = 0;
            for (var i = bytes - 1; i >= 0; i--)
            {
                length = length << 8 | size[i];
            }
            blocks.Enqueue((address + (ulong)(at + bytes), length));
        }
        else
        {
            Demand(start[0] == 1, $"there is no header at {address}");
            blocks.Enqueue((address + 16, Int(start, 8)));
        }
        for (var count = 0; blocks.TryDequeue(out var block); count++)
        {
            Demand(count < MostBlocks && block.Length <= int.MaxValue, "a header has too many parts");
            var data = file.At(block.Address, (long)block.Length);
            Block(data, isNew, (flags & 4) != 0, messages, blocks);
        }
        return messages;
    }

    static void Block(byte[] data, bool isNew, bool isOrdered, List<(int, byte[])> messages, Queue<(ulong, ulong)> blocks)
    {
        var head = isNew ? isOrdered ? 6 : 4 : 8;
        var (at, end) = (0, data.Length);
        if (isNew && data.AsSpan().StartsWith("OCHK"u8))
        {
            (at, end) = (4, data.Length - 4);
        }
        while (at + head <= end)
        {
            int type = isNew ? data[at] : Short(data, at);
            int size = Short(data, at + (isNew ? 1 : 2));
            at += head;
            Demand(at + size <= end, "a message is longer than its header");
            var body = data.AsSpan(at, size).ToArray();
            at += size;
            if (type == Continuation)
            {
                Demand(size >= 16, "a continuation is too short");
                blocks.Enqueue((Long(body, 0), Long(body, 8)));
            }
            else if (type != 0)
            {
                messages.Add((type, body));
            }
        }
    }
}
