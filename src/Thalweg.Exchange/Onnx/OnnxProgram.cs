using System.Runtime.InteropServices;
using Google.Protobuf;

namespace Thalweg.Exchange.Onnx;

/// <summary>What an ONNX file holds: constants, operations in their order, inputs and outputs.</summary>
sealed class OnnxProgram
{
    const int MostNodes = 100_000, MostAxes = 16;

    readonly List<OnnxNode> nodes = [];
    readonly Dictionary<string, Tensor> constants = new(StringComparer.Ordinal);
    readonly List<(string Name, Shape Shape)> inputs = [];
    readonly List<string> outputs = [];

    /// <summary>The operations, each after those whose results it takes.</summary>
    public IReadOnlyList<OnnxNode> Nodes => nodes;

    public IReadOnlyDictionary<string, Tensor> Constants => constants;

    /// <summary>Shapes have the batch axis, which is unknown.</summary>
    public IReadOnlyList<(string Name, Shape Shape)> Inputs => inputs;

    public IReadOnlyList<string> Outputs => outputs;

    /// <summary>Reads a file's content.</summary>
    /// <exception cref="OnnxFormatException">It is damaged, or has operations that aren't known.</exception>
    public static OnnxProgram Read(byte[] bytes)
    {
        var program = new OnnxProgram();
        try
        {
            var hasGraph = false;
            Fields(bytes, (field, input) =>
            {
                if (field == 7)
                {
                    hasGraph = true;
                    program.Graph(input.ReadBytes().Span);
                    return true;
                }
                return false;
            });
            Demand(hasGraph, "it has no graph");
        }
        catch (Exception fault) when (fault is InvalidProtocolBufferException or ArgumentException or OverflowException or InvalidOperationException)
        {
            throw new OnnxFormatException($"The file isn't ONNX, or is damaged: {fault.Message}", fault);
        }
        program.inputs.RemoveAll(input => program.constants.ContainsKey(input.Name));
        Demand(program.inputs.Count > 0 && program.outputs.Count > 0, $"it has {program.inputs.Count} inputs and {program.outputs.Count} outputs; one of each is needed");
        Demand(program.inputs.DistinctBy(input => input.Name).Count() == program.inputs.Count, "two inputs have the same name");
        string[] unknown = [.. program.nodes.Select(node => node.Operation).Where(operation => !OnnxOperations.Names.Contains(operation)).Distinct()];
        Demand(unknown.Length == 0, $"it has the operations {string.Join(", ", unknown)}, which aren't known. Known: {string.Join(", ", OnnxOperations.Names.Order(StringComparer.Ordinal))}");
        var known = new HashSet<string>(program.constants.Keys, StringComparer.Ordinal) { "" };
        known.UnionWith(program.inputs.Select(input => input.Name));
        foreach (var node in program.nodes)
        {
            Demand(node.Inputs.All(known.Contains), $"the operation {node.Operation} takes '{node.Inputs.FirstOrDefault(name => !known.Contains(name))}', which nothing gives before it");
            known.UnionWith(node.Outputs);
        }
        foreach (var output in program.outputs)
        {
            Demand(known.Contains(output), $"nothing gives the output '{output}'");
        }
        return program;
    }

    void Graph(ReadOnlySpan<byte> bytes) => Fields(bytes.ToArray(), (field, input) =>
    {
        switch (field)
        {
            case 1:
                Demand(nodes.Count < MostNodes, $"it has more than {MostNodes} operations");
                nodes.Add(Node(input.ReadBytes().ToByteArray()));
                return true;
            case 5:
                var (name, tensor) = Tensor(input.ReadBytes());
                constants[name] = tensor;
                return true;
            case 11:
                inputs.Add(Value(input.ReadBytes().ToByteArray()));
                return true;
            case 12:
                outputs.Add(Value(input.ReadBytes().ToByteArray()).Name);
                return true;
            default:
                return false;
        }
    });

    static OnnxNode Node(byte[] bytes)
    {
        var (inputs, outputs, operation, attributes) = (new List<string>(), new List<string>(), "", new Dictionary<string, double>());
        var (lists, texts) = (new Dictionary<string, IReadOnlyList<long>>(), new Dictionary<string, string>());
        Fields(bytes, (field, input) =>
        {
            switch (field)
            {
                case 1: inputs.Add(input.ReadString()); return true;
                case 2: outputs.Add(input.ReadString()); return true;
                case 4: operation = input.ReadString(); return true;
                case 5:
                    Attribute(input.ReadBytes().ToByteArray(), attributes, lists, texts);
                    return true;
                default: return false;
            }
        });
        Demand(outputs.Count > 0, $"the operation {operation} gives nothing");
        return new OnnxNode(operation, inputs, outputs, attributes) { Lists = lists, Texts = texts };
    }

    static void Attribute(byte[] bytes, Dictionary<string, double> numbers, Dictionary<string, IReadOnlyList<long>> lists, Dictionary<string, string> texts)
    {
        var (name, value, list, text) = ("", double.NaN, new List<long>(), (string?)null);
        Fields(bytes, (field, wire, input) =>
        {
            switch (field)
            {
                case 1: name = input.ReadString(); return true;
                case 2: value = input.ReadFloat(); return true;
                case 3: value = input.ReadInt64(); return true;
                case 4: text = input.ReadString(); return true;
                case 8: Packed(input, wire, list, one => one.ReadInt64()); return true;
                default: return false;
            }
        });
        numbers[name] = value;
        if (list.Count > 0)
        {
            lists[name] = list;
        }
        if (text is not null)
        {
            texts[name] = text;
        }
    }

    static (string Name, Tensor Value) Tensor(ByteString message)
    {
        var (lengths, type, name, raw, floats, integers) = (new List<long>(), 0, "", ByteString.Empty, new List<float>(), new List<long>());
        Fields(message.ToByteArray(), (field, wire, input) =>
        {
            switch (field)
            {
                case 1: Packed(input, wire, lengths, one => one.ReadInt64()); return true;
                case 2: type = input.ReadInt32(); return true;
                case 4: Packed(input, wire, floats, one => one.ReadFloat()); return true;
                case 5 or 7: Packed(input, wire, integers, one => one.ReadInt64()); return true;
                case 8: name = input.ReadString(); return true;
                case 9: raw = input.ReadBytes(); return true;
                case 13 or 14: throw new OnnxFormatException($"The constant '{name}' is in another file; such files aren't read.");
                default: return false;
            }
        });
        Demand(lengths.Count <= MostAxes && lengths.All(length => length is >= 0 and <= int.MaxValue), $"the constant '{name}' has no shape");
        var count = lengths.Aggregate(1L, (product, length) => Math.BigMul(product, length) <= int.MaxValue ? product * length : throw new OnnxFormatException($"The constant '{name}' has too many elements."));
        Shape shape = new([.. lengths.Select(length => (int)length)]);
        var bytes = type switch { 1 or 6 => 4, 7 or 11 => 8, 9 => 1, _ => throw new OnnxFormatException($"The constant '{name}' is of type {type}; float, double, int32, int64 and bool are read.") };
        if (raw.Length == 0 && count > 0)
        {
            Demand(type == 1 ? floats.Count == count : type is 6 or 7 && integers.Count == count, $"the constant '{name}' has other values than its shape says");
            return (name, type == 1 ? Thalweg.Tensor.From<float>(CollectionsMarshal.AsSpan(floats), shape) : Thalweg.Tensor.From<int>([.. integers.Select(value => checked((int)value))], shape));
        }
        Demand(raw.Length == count * bytes, $"the constant '{name}' has {raw.Length} bytes, not {count * bytes}");
        return (name, type switch
        {
            1 => Thalweg.Tensor.From(MemoryMarshal.Cast<byte, float>(raw.Span), shape),
            11 => Thalweg.Tensor.From(MemoryMarshal.Cast<byte, double>(raw.Span), shape),
            6 => Thalweg.Tensor.From(MemoryMarshal.Cast<byte, int>(raw.Span), shape),
            7 => Thalweg.Tensor.From<int>([.. MemoryMarshal.Cast<byte, long>(raw.Span).ToArray().Select(value => (int)Math.Clamp(value, int.MinValue, int.MaxValue))], shape),
            _ => Thalweg.Tensor.From<bool>([.. raw.Span.ToArray().Select(value => value != 0)], shape),
        });
    }

    static (string Name, Shape Shape) Value(byte[] bytes)
    {
        var (name, lengths) = ("", new List<int>());
        Fields(bytes, (field, input) =>
        {
            if (field == 1)
            {
                name = input.ReadString();
                return true;
            }
            return field == 2 && Within(input, 1, type => Within(type, 2, shape => Within(shape, 1, length =>
            {
                Demand(lengths.Count < MostAxes, $"'{name}' has more than {MostAxes} axes");
                lengths.Add(Shape.Unknown);
                Fields(length.ReadBytes().ToByteArray(), (field, number) =>
                {
                    if (field != 1)
                    {
                        return false;
                    }
                    lengths[^1] = number.ReadInt64() is var given && given is >= 0 and <= int.MaxValue ? (int)given : throw new OnnxFormatException($"'{name}' has an axis of length {given}.");
                    return true;
                });
                return true;
            })));
        });
        return (name, new Shape([.. lengths]));
    }

    /// <summary>A field of a message inside a message.</summary>
    static bool Within(CodedInputStream input, int wanted, Func<CodedInputStream, bool> read)
    {
        Fields(input.ReadBytes().ToByteArray(), (field, inner) => field == wanted && read(inner));
        return true;
    }

    static void Packed<T>(CodedInputStream input, WireFormat.WireType wire, List<T> values, Func<CodedInputStream, T> read)
    {
        if (wire != WireFormat.WireType.LengthDelimited)
        {
            values.Add(read(input));
            return;
        }
        var inner = new CodedInputStream(input.ReadBytes().ToByteArray());
        while (!inner.IsAtEnd)
        {
            values.Add(read(inner));
        }
    }

    /// <summary>The fields of a message; those that aren't read are skipped.</summary>
    static void Fields(byte[] message, Func<int, CodedInputStream, bool> read) => Fields(message, (field, _, input) => read(field, input));

    static void Fields(byte[] message, Func<int, WireFormat.WireType, CodedInputStream, bool> read)
    {
        var input = new CodedInputStream(message);
        for (uint tag; (tag = input.ReadTag()) != 0;)
        {
            if (!read(WireFormat.GetTagFieldNumber(tag), WireFormat.GetTagWireType(tag), input))
            {
                input.SkipLastField();
            }
        }
    }

    static void Demand(bool condition, string fault)
    {
        if (!condition)
        {
            throw new OnnxFormatException($"The file can't be read as ONNX: {fault}.");
        }
    }
}
