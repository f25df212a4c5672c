using System.Globalization;
using System.Runtime.InteropServices;
using Thalweg.Exchange.Protobuf;

namespace Thalweg.Exchange.Onnx;

/// <summary>An ONNX graph in the making: constants and nodes, which are named as the layers they come from.</summary>
/// <remarks>onnx.proto of ONNX 1.13 (IR version 8, operator set 18): ModelProto, GraphProto, NodeProto, AttributeProto, TensorProto.</remarks>
sealed class OnnxGraph(DType type)
{
    public const int OperatorSet = 18;
    const int IrVersion = 8, MachineLearningSet = 3;

    /// <summary>The domain of operations on texts and labels.</summary>
    public const string MachineLearning = "ai.onnx.ml";

    readonly ProtoMessage graph = new();
    readonly HashSet<string> names = [];
    readonly Dictionary<(string Name, Tensor Value), string> constants = [];
    bool usesMachineLearning;

    /// <summary>The type that the network computes in.</summary>
    public DType Type => type;

    /// <summary>What new nodes are named after.</summary>
    public string Scope { get; set; } = "";

    /// <summary>A tensor of the model; its name is kept. One that is there already, of a layer that is used again, isn't written a second time.</summary>
    public string Constant(string name, Tensor value)
    {
        if (constants.TryGetValue((name, value), out var known))
        {
            return known;
        }
        constants[(name, value)] = name = Unique(name);
        var message = new ProtoMessage();
        foreach (var length in value.Shape)
        {
            message.Add(1, length);
        }
        message.Add(2, TypeNumber(value.DType)).Add(8, name).Add(9, value.DType switch
        {
            DType.Float32 => MemoryMarshal.AsBytes(value.AsSpan<float>()),
            DType.Float64 => MemoryMarshal.AsBytes(value.AsSpan<double>()),
            DType.Int32 => MemoryMarshal.AsBytes(value.AsSpan<int>()),
            _ => MemoryMarshal.AsBytes(value.AsSpan<bool>()),
        });
        graph.Add(5, message);
        return name;
    }

    /// <summary>A number in the network's type.</summary>
    public string Number(double value) => Constant($"{Scope}/constant", Tensor.Scalar(value, type));

    /// <summary>Whole numbers, as axes and lengths are given.</summary>
    public string Integers(params ReadOnlySpan<long> values)
    {
        var name = Unique($"{Scope}/integers");
        graph.Add(5, new ProtoMessage().Add(1, values.Length).Add(2, 7).Add(8, name).Add(9, MemoryMarshal.AsBytes(values)));
        return name;
    }

    /// <summary>Appends an operation; the name of its result.</summary>
    public string Node(string operation, IReadOnlyList<string> inputs, params (string Name, object Value)[] attributes) => Nodes(operation, inputs, 1, attributes)[0];

    /// <summary>Takes a name, which no node or constant then has.</summary>
    public string Take(string name) => Unique(name);

    /// <summary>The same values under a name of one's own choice.</summary>
    public string Rename(string name, string value)
    {
        name = Unique(name);
        graph.Add(1, new ProtoMessage().Add(1, value).Add(2, name).Add(3, name).Add(4, "Identity"));
        return name;
    }

    /// <summary>Appends an operation with several results.</summary>
    /// <param name="operation">Its name; those of ai.onnx.ml have the domain in front, with a colon.</param>
    /// <param name="inputs">The names of what it takes.</param>
    /// <param name="results">How many results it has.</param>
    /// <param name="attributes">Numbers, whole numbers, texts, lists of whole numbers or of texts.</param>
    public string[] Nodes(string operation, IReadOnlyList<string> inputs, int results, params (string Name, object Value)[] attributes)
    {
        var node = new ProtoMessage();
        if (operation.StartsWith(MachineLearning + ":", StringComparison.Ordinal))
        {
            operation = operation[(MachineLearning.Length + 1)..];
            usesMachineLearning = true;
            node.Add(7, MachineLearning);
        }
        var name = Unique($"{Scope}/{operation}");
        foreach (var input in inputs)
        {
            node.Add(1, input);
        }
        string[] outputs = [.. Enumerable.Range(0, results).Select(i => i == 0 ? name : Unique($"{name}/{i}"))];
        foreach (var output in outputs)
        {
            node.Add(2, output);
        }
        node.Add(3, name).Add(4, operation);
        foreach (var (key, value) in attributes)
        {
            var attribute = new ProtoMessage().Add(1, key);
            node.Add(5, value switch
            {
                double number => attribute.Add(2, (float)number).Add(20, 1),
                int number => attribute.Add(3, number).Add(20, 2),
                string text => attribute.Add(4, text).Add(20, 3),
                IReadOnlyList<long> numbers => All(attribute, 8, numbers, attribute.Add).Add(20, 7),
                IReadOnlyList<string> texts => All(attribute, 9, texts, attribute.Add).Add(20, 8),
                _ => throw new NotSupportedException($"An attribute of type {value.GetType().Name} isn't written."),
            });
        }
        graph.Add(1, node);
        return outputs;
    }

    /// <summary>A name's inputs and outputs in the network's type.</summary>
    public OnnxValue Value(string name, Shape shape) => new(name, TypeNumber(type), shape);

    /// <summary>The finished model.</summary>
    public ProtoMessage Finish(string name, IEnumerable<OnnxValue> inputs, IEnumerable<OnnxValue> outputs)
    {
        graph.Add(2, name);
        foreach (var input in inputs)
        {
            graph.Add(11, Written(input));
        }
        foreach (var output in outputs)
        {
            graph.Add(12, Written(output));
        }
        var model = new ProtoMessage()
            .Add(1, IrVersion)
            .Add(2, "Thalweg")
            .Add(7, graph)
            .Add(8, new ProtoMessage().Add(1, "").Add(2, OperatorSet));
        return usesMachineLearning ? model.Add(8, new ProtoMessage().Add(1, MachineLearning).Add(2, MachineLearningSet)) : model;
    }

    /// <summary>The first axis is the batch, of any length.</summary>
    static ProtoMessage Written(OnnxValue value)
    {
        var shape = new ProtoMessage();
        for (var axis = 0; axis < value.Shape.Rank; axis++)
        {
            var length = value.Shape[axis];
            shape.Add(1, length == Shape.Unknown ? new ProtoMessage().Add(2, axis == 0 ? "batch" : "axis_" + axis.ToString(CultureInfo.InvariantCulture)) : new ProtoMessage().Add(1, length));
        }
        return new ProtoMessage().Add(1, value.Name).Add(2, new ProtoMessage().Add(1, new ProtoMessage().Add(1, value.Type).Add(2, shape)));
    }

    static ProtoMessage All<T>(ProtoMessage to, int field, IEnumerable<T> values, Func<int, T, ProtoMessage> add)
    {
        foreach (var value in values)
        {
            add(field, value);
        }
        return to;
    }

    string Unique(string name)
    {
        var unique = name;
        for (var n = 1; !names.Add(unique); n++)
        {
            unique = $"{name}_{n.ToString(CultureInfo.InvariantCulture)}";
        }
        return unique;
    }

    static int TypeNumber(DType type) => type switch
    {
        DType.Float32 => 1,
        DType.Float64 => 11,
        DType.Int32 => 6,
        _ => 9,
    };
}
