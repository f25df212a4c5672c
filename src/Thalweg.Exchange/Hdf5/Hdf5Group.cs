using System.Text;
using static Thalweg.Exchange.Hdf5.Hdf5Bytes;

namespace Thalweg.Exchange.Hdf5;

/// <summary>A group of a file: what is in it, and its attribute <c>name</c>. Links that aren't to objects of the file itself are refused.</summary>
/// <remarks>HDF5 File Format Specification 3.0: symbol tables (III.A to III.D) and compact links (IV.A.2.g).</remarks>
sealed class Hdf5Group
{
    const int LinkInfo = 0x02, Link = 0x06, Attribute = 0x0C, SymbolTable = 0x11, Dataspace = 0x01;
    const int MostMembers = 100_000, DeepestTree = 32, SoftLinkCache = 2;

    readonly Dictionary<string, ulong> members = new(StringComparer.Ordinal);

    Hdf5Group()
    {
    }

    /// <summary>Addresses of the headers of groups and datasets, by their names.</summary>
    public IReadOnlyDictionary<string, ulong> Members => members;

    /// <summary>The text of the attribute <c>name</c>; null where there is none.</summary>
    public string? Name { get; private set; }

    /// <summary>The group whose header is at an address; null where a dataset is.</summary>
    public static Hdf5Group? Read(Hdf5Bytes file, ulong address)
    {
        var messages = ObjectHeader.Read(file, address);
        if (messages.Exists(message => message.Type == Dataspace))
        {
            return null;
        }
        var group = new Hdf5Group();
        foreach (var (type, data) in messages)
        {
            switch (type)
            {
                case SymbolTable:
                    Demand(data.Length >= 16, "a symbol table is too short");
                    var heap = file.At(Long(data, 8), 32);
                    Demand(heap.AsSpan(0, 4).SequenceEqual("HEAP"u8), "a heap of names is missing");
                    group.Tree(file, Long(data, 0), file.At(Long(heap, 24), (long)Math.Min(Long(heap, 8), int.MaxValue)), 0);
                    break;
                case Link:
                    group.OneLink(data);
                    break;
                case LinkInfo:
                    var at = 2 + (data.Length > 1 && (data[1] & 1) != 0 ? 8 : 0);
                    Demand(data.Length >= at + 8 && Long(data, at) == Undefined, "a group keeps its links in a heap; save the file with fewer members, or with libver='earliest'");
                    break;
                case Attribute:
                    group.Name ??= NameOf(file, data);
                    break;
                default:
                    break;
            }
        }
        return group;
    }

    void Add(string name, ulong address)
    {
        Demand(members.Count < MostMembers, $"a group has more than {MostMembers} members");
        Demand(members.TryAdd(name, address), $"'{name}' is there twice");
    }

    void Tree(Hdf5Bytes file, ulong address, byte[] names, int depth)
    {
        Demand(depth < DeepestTree, "a tree of names is too deep");
        var head = file.At(address, 24);
        Demand(head.AsSpan(0, 4).SequenceEqual("TREE"u8) && head[4] == 0, "a tree of names is missing");
        var children = file.At(address + 24, Short(head, 6) * 16 + 8);
        for (var i = 0; i < Short(head, 6); i++)
        {
            var child = Long(children, i * 16 + 8);
            if (head[5] > 0)
            {
                Tree(file, child, names, depth + 1);
            }
            else
            {
                Symbols(file, child, names);
            }
        }
    }

    void Symbols(Hdf5Bytes file, ulong address, byte[] names)
    {
        var head = file.At(address, 8);
        Demand(head.AsSpan(0, 4).SequenceEqual("SNOD"u8), "a list of names is missing");
        var entries = file.At(address + 8, Short(head, 6) * 40);
        for (var at = 0; at < entries.Length; at += 40)
        {
            var name = Long(entries, at);
            Demand(name < (ulong)names.Length, "a name is outside its heap");
            var text = names.AsSpan((int)name);
            var end = text.IndexOf((byte)0);
            Demand(end >= 0, "a name has no end");
            var link = Encoding.UTF8.GetString(text[..end]);
            Demand(Int(entries, at + 16) != SoftLinkCache, $"'{link}' is a link to a path; such links aren't followed");
            Add(link, Long(entries, at + 8));
        }
    }

    void OneLink(byte[] data)
    {
        Demand(data.Length >= 4 && data[0] == 1, "a link is of an unknown version");
        var flags = data[1];
        var at = 2;
        var type = (flags & 8) != 0 ? data[at++] : 0;
        at += ((flags & 4) != 0 ? 8 : 0) + ((flags & 16) != 0 ? 1 : 0);
        var bytes = 1 << (flags & 3);
        Demand(at + bytes <= data.Length, "a link is too short");
        ulong length = 0;
        for (var i = bytes - 1; i >= 0; i--)
        {
            length = length << 8 | data[at + i];
        }
        at += bytes;
        Demand(length <= (ulong)(data.Length - at), "a link's name is too long");
        var name = Encoding.UTF8.GetString(data, at, (int)length);
        at += (int)length;
        Demand(type == 0, $"'{name}' is a link to a path or to another file; such links aren't followed");
        Demand(at + 8 <= data.Length, "a link leads nowhere");
        Add(name, Long(data, at));
    }

    /// <summary>The text of an attribute called name, which is of variable length, in a heap of its own.</summary>
    static string? NameOf(Hdf5Bytes file, byte[] data)
    {
        const int vlenClass = 9;
        if (data.Length < 9 || data[0] is < 1 or > 3)
        {
            return null;
        }
        int version = data[0], name = Short(data, 2), type = Short(data, 4), space = Short(data, 6);
        var at = version == 3 ? 9 : 8;
        int Padded(int size) => version == 1 ? (size + 7) & ~7 : size;
        if (at + Padded(name) + Padded(type) + Padded(space) + 16 > data.Length || name < 1 || type < 8 || !data.AsSpan(at, name).StartsWith("name\0"u8))
        {
            return null;
        }
        at += Padded(name);
        if ((data[at] & 15) != vlenClass)
        {
            return null;
        }
        at += Padded(type) + Padded(space);
        return Text(file, Int(data, at), Long(data, at + 4), Int(data, at + 12));
    }

    static string? Text(Hdf5Bytes file, uint length, ulong heap, uint index)
    {
        var head = file.At(heap, 16);
        Demand(head.AsSpan(0, 4).SequenceEqual("GCOL"u8), "a heap of texts is missing");
        var objects = file.At(heap + 16, (long)Math.Min(Long(head, 8), (ulong)int.MaxValue) - 16);
        for (var at = 0; at + 16 <= objects.Length;)
        {
            var size = Long(objects, at + 8);
            Demand(size <= (ulong)(objects.Length - at - 16) || Short(objects, at) == 0, "a text is outside its heap");
            if (Short(objects, at) == index)
            {
                return Encoding.UTF8.GetString(objects, at + 16, (int)Math.Min(size, length));
            }
            if (Short(objects, at) == 0)
            {
                break;
            }
            at += 16 + (int)((size + 7) & ~7UL);
        }
        return null;
    }
}
