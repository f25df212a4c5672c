using System.Globalization;
using static Thalweg.Exchange.Hdf5.Hdf5Bytes;

namespace Thalweg.Exchange.Hdf5;

/// <summary>
/// Reads a file with weights that a stranger may have made: groups and datasets in the file itself, of sizes that the file can hold.
/// </summary>
/// <remarks>
/// Files of weights use a small part of HDF5, and this reads that part alone: a general library follows links to other files and
/// takes the memory that a header asks for. HDF5 File Format Specification 3.0, superblocks 0 to 3.
/// </remarks>
sealed class Hdf5Reader
{
    const int DeepestGroup = 32, MostGroups = 100_000;

    readonly Hdf5Bytes file;
    readonly Dictionary<string, (string? Name, IReadOnlyDictionary<string, ulong> Members)> groups = new(StringComparer.Ordinal);
    int visited;

    Hdf5Reader(Hdf5Bytes file) => this.file = file;

    /// <summary>Opens a file.</summary>
    /// <exception cref="KerasFormatException">It isn't HDF5, is damaged, or has links out of itself.</exception>
    public static Hdf5Reader Open(Stream stream)
    {
        var file = new Hdf5Bytes(stream);
        if (file.Length < 96 || !file.At(0, 8).AsSpan().SequenceEqual((byte[])[0x89, 0x48, 0x44, 0x46, 0x0D, 0x0A, 0x1A, 0x0A]))
        {
            throw new KerasFormatException("The file isn't HDF5.");
        }
        var head = file.At(0, 96);
        var isOld = head[8] < 2;
        Demand(head[8] <= 3 && head[isOld ? 13 : 9] == 8 && head[isOld ? 14 : 10] == 8, "its superblock is of an unknown version, or addresses aren't 8 bytes long");
        var from = isOld ? 24 + (head[8] == 1 ? 4 : 0) : 12;
        Demand(Long(head, from) == 0, "something stands in front of it");
        var reader = new Hdf5Reader(file);
        reader.Walk(Long(head, isOld ? from + 40 : 36), "", 0);
        return reader;
    }

    /// <summary>All groups called <c>vars</c>, by their paths, with the names of their owners and how many datasets they have.</summary>
    public IReadOnlyDictionary<string, (string? Name, int Count)> Groups() => groups.ToDictionary(pair => pair.Key, pair => (pair.Value.Name, pair.Value.Members.Count), StringComparer.Ordinal);

    /// <summary>A dataset's values, in the type that a variable needs.</summary>
    /// <exception cref="KerasFormatException">The shape differs, the values aren't numbers, or they aren't all there.</exception>
    public Tensor Read(string group, int number, Shape expected, DType type)
    {
        var dataset = Dataset(group, number);
        Demand(dataset.Shape == expected, $"'{group}/{number}' has shape {dataset.Shape}, but the model needs {expected}");
        return dataset.Read(type);
    }

    /// <summary>The shape of a dataset.</summary>
    public Shape ShapeOf(string group, int number) => Dataset(group, number).Shape;

    /// <summary>The type that a dataset's numbers fit into.</summary>
    public DType TypeOf(string group, int number) => Dataset(group, number).Type;

    Hdf5Dataset Dataset(string group, int number)
    {
        var name = number.ToString(CultureInfo.InvariantCulture);
        ulong address = 0;
        Demand(groups.TryGetValue(group, out var found) && found.Members.TryGetValue(name, out address), $"there is no '{group}/{name}'");
        return new Hdf5Dataset(file, address, $"{group}/{name}");
    }

    void Walk(ulong address, string path, int depth)
    {
        Demand(depth < DeepestGroup, $"groups are nested more than {DeepestGroup} deep");
        Demand(++visited <= MostGroups, $"there are more than {MostGroups} groups and datasets");
        if (Hdf5Group.Read(file, address) is not { } group)
        {
            return;
        }
        if (path == "vars" || path.EndsWith("/vars", StringComparison.Ordinal))
        {
            groups[path] = (group.Name, group.Members);
            return;
        }
        foreach (var (name, member) in group.Members)
        {
            Walk(member, path.Length == 0 ? name : $"{path}/{name}", depth + 1);
        }
    }
}
