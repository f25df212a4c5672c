using System.Globalization;
using System.Text.Json;

namespace Thalweg.Tests.Reference;

/// <summary>One value of a reference file, with its path, so that a wrong access says where it happened.</summary>
public readonly struct ReferenceNode(JsonElement element, string path)
{
    /// <summary>Where the value stands: the file's name, then names and positions.</summary>
    public string Path => path;

    /// <summary>Whether the value is absent or null.</summary>
    public bool IsNull => element.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined;

    public bool IsText => element.ValueKind == JsonValueKind.String;

    public bool IsNumber => element.ValueKind == JsonValueKind.Number;

    public bool IsFlag => element.ValueKind is JsonValueKind.True or JsonValueKind.False;

    public bool Has(string name) => element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out _);

    /// <summary>The member of this name.</summary>
    public ReferenceNode this[string name] => Has(name)
        ? new(element.GetProperty(name), $"{path}/{name}")
        : throw new KeyNotFoundException($"{path} has no '{name}'; it has {string.Join(", ", Names)}.");

    /// <summary>The element at this position.</summary>
    public ReferenceNode this[int index] => new(element[index], string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]"));

    /// <summary>The names of the members, in the file's order.</summary>
    public IEnumerable<string> Names =>
        element.ValueKind == JsonValueKind.Object ? element.EnumerateObject().Select(member => member.Name) : [];

    public IEnumerable<ReferenceNode> Items
    {
        get
        {
            for (int i = 0; i < Count; i++)
                yield return this[i];
        }
    }

    public int Count => element.GetArrayLength();

    public string Text => element.GetString() ?? throw new InvalidDataException($"{path} is null, not a text.");

    public bool Flag => element.GetBoolean();

    public int Integer => element.GetInt32();

    public double Number => Read(element);

    /// <summary>
    /// The value as an array: an object with dtype, shape and data, or a (nested) list of numbers, whose shape is
    /// that of the nesting.
    /// </summary>
    public ReferenceArray Array
    {
        get
        {
            if (IsNull)
                throw new InvalidDataException($"{path} is null, not an array: ask IsNull first.");
            if (element.ValueKind == JsonValueKind.Object)
                return new(this["dtype"].Text, [.. this["shape"].Items.Select(n => n.Integer)], Flatten(element.GetProperty("data")));
            var shape = new List<int>();
            for (var inner = element; inner.ValueKind == JsonValueKind.Array; inner = inner[0])
            {
                shape.Add(inner.GetArrayLength());
                if (shape[^1] == 0)
                    break;
            }
            return new("float64", [.. shape], Flatten(element));
        }
    }

    static double[] Flatten(JsonElement element) => element.ValueKind == JsonValueKind.Array
        ? [.. element.EnumerateArray().SelectMany(Flatten)]
        : [Read(element)];

    static double Read(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.True => 1,
        JsonValueKind.False => 0,
        JsonValueKind.String => element.GetString() switch
        {
            "nan" => double.NaN,
            "inf" => double.PositiveInfinity,
            "-inf" => double.NegativeInfinity,
            var text => throw new InvalidDataException($"'{text}' is not a number of a reference file."),
        },
        _ => element.GetDouble(),
    };
}
