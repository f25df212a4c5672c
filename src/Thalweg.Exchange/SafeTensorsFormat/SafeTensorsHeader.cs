using System.Buffers.Binary;
using System.Text;
using System.Text.Json;

namespace Thalweg.Exchange.SafeTensorsFormat;

/// <summary>The description at the beginning of a safetensors file, checked: tensors lie side by side, without holes, up to the file's end.</summary>
sealed record SafeTensorsHeader(OrderedDictionary<string, TensorEntry> Tensors, IReadOnlyDictionary<string, string> Metadata, long DataStart)
{
    const int LengthBytes = 8;

    /// <summary>The format's own limit.</summary>
    const long LongestHeader = 100_000_000;

    /// <summary>Reads and checks the header of a file.</summary>
    /// <exception cref="SafeTensorsFormatException">It isn't as the format demands.</exception>
    public static SafeTensorsHeader Read(Stream file)
    {
        Span<byte> length = stackalloc byte[LengthBytes];
        Demand(file.Length >= LengthBytes + 2, "it is too short");
        file.Position = 0;
        file.ReadExactly(length);
        var size = BinaryPrimitives.ReadUInt64LittleEndian(length);
        Demand(size <= LongestHeader && size <= (ulong)(file.Length - LengthBytes), $"its header says that it has {size} bytes");
        var bytes = new byte[size];
        file.ReadExactly(bytes);
        Demand(size >= 2 && bytes[0] == (byte)'{', "its header doesn't begin with {");
        try
        {
            using var json = JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = 4, AllowDuplicateProperties = false });
            return Check(json.RootElement, LengthBytes + (long)size, file.Length - LengthBytes - (long)size);
        }
        catch (JsonException fault)
        {
            throw new SafeTensorsFormatException($"The header isn't JSON: {fault.Message}", fault);
        }
        catch (DecoderFallbackException fault)
        {
            throw new SafeTensorsFormatException("The header isn't UTF-8.", fault);
        }
        catch (InvalidOperationException fault)
        {
            throw new SafeTensorsFormatException($"The header has a text that isn't one: {fault.Message}", fault);
        }
    }

    static SafeTensorsHeader Check(JsonElement root, long start, long length)
    {
        Demand(root.ValueKind == JsonValueKind.Object, "its header isn't an object");
        var (tensors, metadata) = (new OrderedDictionary<string, TensorEntry>(), new Dictionary<string, string>());
        foreach (var member in root.EnumerateObject())
        {
            if (member.Name == "__metadata__")
            {
                Demand(member.Value.ValueKind == JsonValueKind.Object && member.Value.EnumerateObject().All(pair => pair.Value.ValueKind == JsonValueKind.String), "its metadata aren't texts");
                metadata = member.Value.EnumerateObject().ToDictionary(pair => pair.Name, pair => pair.Value.GetString()!);
                continue;
            }
            tensors.Add(member.Name, Entry(member.Name, member.Value));
        }
        long at = 0;
        foreach (var (name, entry) in tensors.OrderBy(pair => pair.Value.Start).ThenBy(pair => pair.Value.End))
        {
            Demand(entry.Start == at, entry.Start < at ? $"'{name}' overlaps the tensor before it" : $"there is a hole of {entry.Start - at} bytes before '{name}'");
            at = entry.End;
        }
        Demand(at == length, $"its tensors have {at} bytes, but {length} follow the header");
        return new SafeTensorsHeader(tensors, metadata, start);
    }

    static TensorEntry Entry(string name, JsonElement value)
    {
        Demand(
            value.ValueKind == JsonValueKind.Object && value.TryGetProperty("dtype", out var type) && type.ValueKind == JsonValueKind.String
            && value.TryGetProperty("shape", out var shape) && shape.ValueKind == JsonValueKind.Array
            && value.TryGetProperty("data_offsets", out var offsets) && offsets.ValueKind == JsonValueKind.Array && offsets.GetArrayLength() == 2
            && value.EnumerateObject().Count() == 3,
            $"'{name}' needs dtype, shape and data_offsets, and nothing else");
        var typeName = value.GetProperty("dtype").GetString()!;
        if (ElementTypes.Size(typeName) is not { } size)
        {
            throw new SafeTensorsFormatException($"'{name}' is of type {typeName}, which isn't read. Convert it to one of {string.Join(", ", ElementTypes.Names)}.");
        }
        int[] lengths = [.. value.GetProperty("shape").EnumerateArray().Select(length => length.ValueKind == JsonValueKind.Number && length.TryGetInt32(out var number) && number >= 0 ? number : throw Fault($"'{name}' has the shape {value.GetProperty("shape")}"))];
        long[] ends = [.. value.GetProperty("data_offsets").EnumerateArray().Select(offset => offset.ValueKind == JsonValueKind.Number && offset.TryGetInt64(out var number) && number >= 0 ? number : throw Fault($"'{name}' has the offsets {value.GetProperty("data_offsets")}"))];
        var count = 1L;
        foreach (var length in lengths)
        {
            Demand(Math.BigMul(count, length) <= int.MaxValue, $"'{name}' has too many elements for a tensor");
            count *= length;
        }
        Demand(ends[0] <= ends[1] && ends[1] - ends[0] == count * size, $"'{name}' has {count} elements of {size} bytes, but {ends[1] - ends[0]} bytes of data");
        return new TensorEntry(typeName, lengths, ends[0], ends[1]);
    }

    static void Demand(bool condition, string fault)
    {
        if (!condition)
        {
            throw Fault(fault);
        }
    }

    static SafeTensorsFormatException Fault(string fault) => new($"The file isn't safetensors, or is damaged: {fault}.");
}
