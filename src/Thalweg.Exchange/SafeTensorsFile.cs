using System.IO.MemoryMappedFiles;
using Thalweg.Exchange.SafeTensorsFormat;

namespace Thalweg.Exchange;

/// <summary>An open safetensors file, mapped into memory: tensors are read when they are asked for, one by one.</summary>
/// <example><code>
/// using var file = SafeTensorsFile.Open("model.safetensors");
/// Tensor kernel = file.Read("dense/kernel");
/// </code></example>
public sealed unsafe class SafeTensorsFile : IDisposable
{
    readonly string path;
    readonly SafeTensorsHeader header;
    readonly MemoryMappedFile map;
    readonly MemoryMappedViewAccessor view;
    readonly byte* data;

    SafeTensorsFile(string path)
    {
        this.path = path;
        using (var stream = File.OpenRead(path))
        {
            header = Guarded(() => SafeTensorsHeader.Read(stream));
        }
        map = MemoryMappedFile.CreateFromFile(path, FileMode.Open, null, 0, MemoryMappedFileAccess.Read);
        view = map.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref data);
    }

    /// <summary>Opens a file and checks its layout: sizes, overlaps, holes.</summary>
    /// <exception cref="SafeTensorsFormatException">The file isn't as the format demands.</exception>
    public static SafeTensorsFile Open(string path) => new(path);

    /// <summary>The tensors' names, in the file's order.</summary>
    public IReadOnlyList<string> Names => [.. header.Tensors.Keys];

    /// <summary>Texts that the writer added, by their names.</summary>
    public IReadOnlyDictionary<string, string> Metadata => header.Metadata;

    /// <summary>A tensor's shape, without reading it.</summary>
    public Shape ShapeOf(string name) => new(Find(name).Shape);

    /// <summary>The type of a tensor in the file: F32, BF16, I64, ….</summary>
    public string TypeOf(string name) => Find(name).Type;

    /// <summary>A tensor, converted where the library has no such type: half precision to Float32, whole numbers to Int32.</summary>
    /// <exception cref="ArgumentException">There is none of that name.</exception>
    /// <exception cref="SafeTensorsFormatException">A value doesn't fit.</exception>
    public Tensor Read(string name)
    {
        var entry = Find(name);
        return Guarded(() => ElementTypes.Read(entry.Type, new Shape(entry.Shape), destination => new ReadOnlySpan<byte>(data + header.DataStart + entry.Start, destination.Length).CopyTo(destination), name));
    }

    /// <summary>Closes the file.</summary>
    public void Dispose()
    {
        view.SafeMemoryMappedViewHandle.ReleasePointer();
        view.Dispose();
        map.Dispose();
    }

    TensorEntry Find(string name) => header.Tensors.TryGetValue(name, out var entry) ? entry
        : throw new ArgumentException($"'{path}' has no tensor '{name}'; it has {string.Join(", ", header.Tensors.Keys.Take(10))}{(header.Tensors.Count > 10 ? ", …" : "")}.", nameof(name));

    T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (SafeTensorsFormatException fault)
        {
            throw new SafeTensorsFormatException($"'{path}': {fault.Message}", fault);
        }
    }
}
