using System.IO.MemoryMappedFiles;
using Thalweg.Exchange.SafeTensorsFormat;

namespace Thalweg.Exchange;

/// <summary>An open safetensors file, mapped into memory: tensors are read when they are asked for, one by one, and nothing beside them stays in memory.</summary>
/// <example><code>
/// using var file = SafeTensorsFile.Open("model.safetensors");
/// Tensor kernel = file.Read("dense/kernel");
/// </code></example>
public sealed class SafeTensorsFile : IDisposable
{
    /// <summary>Bytes that are mapped at a time: pages that have been read count as memory until their view is closed.</summary>
    const int Window = 16 << 20;

    readonly string path;
    readonly SafeTensorsHeader header;
    readonly MemoryMappedFile map;

    SafeTensorsFile(string path)
    {
        this.path = path;
        using (var stream = File.OpenRead(path))
        {
            header = Guarded(() => SafeTensorsHeader.Read(stream));
        }
        map = MemoryMappedFile.CreateFromFile(path, FileMode.Open, null, 0, MemoryMappedFileAccess.Read);
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
        return Guarded(() => ElementTypes.Read(entry.Type, new Shape(entry.Shape), (at, destination) => Copy(header.DataStart + entry.Start + at, destination), name));
    }

    /// <summary>Closes the file.</summary>
    public void Dispose() => map.Dispose();

    unsafe void Copy(long from, Span<byte> destination)
    {
        while (destination.Length > 0)
        {
            var part = destination[..Math.Min(Window, destination.Length)];
            using var view = map.CreateViewAccessor(from, part.Length, MemoryMappedFileAccess.Read);
            byte* first = null;
            view.SafeMemoryMappedViewHandle.AcquirePointer(ref first);
            new ReadOnlySpan<byte>(first + view.PointerOffset, part.Length).CopyTo(part);
            view.SafeMemoryMappedViewHandle.ReleasePointer();
            from += part.Length;
            destination = destination[part.Length..];
        }
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
