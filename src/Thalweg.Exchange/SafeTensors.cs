using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json.Nodes;
using Thalweg.Data;
using Thalweg.Exchange.SafeTensorsFormat;
using Thalweg.Models;

namespace Thalweg.Exchange;

/// <summary>Named tensors in the safetensors format, which every large library reads and writes: a JSON header, then the values as they are.</summary>
public static class SafeTensors
{
    /// <summary>The header ends where values of any type may begin.</summary>
    const int Alignment = 8;

    /// <summary>Reads all tensors of a file, in its order.</summary>
    /// <exception cref="SafeTensorsFormatException">The file isn't as the format demands, or holds values that fit no type here.</exception>
    public static OrderedDictionary<string, Tensor> Read(string path)
    {
        using var file = SafeTensorsFile.Open(path);
        var tensors = new OrderedDictionary<string, Tensor>();
        foreach (var name in file.Names)
        {
            tensors.Add(name, file.Read(name));
        }
        return tensors;
    }

    /// <summary>Writes tensors, whole or not at all.</summary>
    /// <param name="path">The file; one that is there before is replaced when everything has been written.</param>
    /// <param name="tensors">The tensors by their names; wider types come first in the file, so that all are aligned.</param>
    /// <param name="metadata">Texts to add.</param>
    /// <exception cref="ArgumentException">Two tensors have the same name, or one is called <c>__metadata__</c>.</exception>
    public static void Write(string path, IEnumerable<KeyValuePair<string, Tensor>> tensors, IReadOnlyDictionary<string, string>? metadata = null)
    {
        ArgumentNullException.ThrowIfNull(tensors);
        KeyValuePair<string, Tensor>[] sorted = [.. tensors.OrderByDescending(pair => pair.Value.DType.Size)];
        var header = new JsonObject();
        if (metadata is { Count: > 0 })
        {
            header["__metadata__"] = new JsonObject(metadata.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value)));
        }
        long at = 0;
        foreach (var (name, tensor) in sorted)
        {
            if (name == "__metadata__" || header.ContainsKey(name))
            {
                throw new ArgumentException($"'{name}' can't be a tensor's name: {(name == "__metadata__" ? "it is the format's own" : "there are two")}.", nameof(tensors));
            }
            var end = at + (long)tensor.Size * tensor.DType.Size;
            header[name] = new JsonObject
            {
                ["dtype"] = ElementTypes.Name(tensor.DType),
                ["shape"] = new JsonArray([.. tensor.Shape.Select(length => (JsonNode?)length)]),
                ["data_offsets"] = new JsonArray(at, end),
            };
            at = end;
        }
        var text = Encoding.UTF8.GetBytes(header.ToJsonString());
        var padded = (text.Length + Alignment - 1) / Alignment * Alignment;
        WholeFile.Write(path, stream =>
        {
            Span<byte> length = stackalloc byte[sizeof(ulong)];
            BinaryPrimitives.WriteUInt64LittleEndian(length, (ulong)padded);
            stream.Write(length);
            stream.Write(text);
            stream.Write(Encoding.ASCII.GetBytes(new string(' ', padded - text.Length)));
            foreach (var (_, tensor) in sorted)
            {
                WholeFile.Append(stream, Bytes(tensor));
            }
        }, sizeof(ulong) + padded + at);
    }

    extension(Model model)
    {
        /// <summary>Writes the model's weights, each under its path without the model's name: <c>dense/kernel</c>.</summary>
        public void SaveSafeTensors(string path) => Write(path, model.Weights.Select(weight => KeyValuePair.Create(NameOf(model, weight), weight.Value)));

        /// <summary>Reads weights that <c>SaveSafeTensors</c> wrote; where they don't all fit, none.</summary>
        /// <exception cref="SafeTensorsFormatException">The file isn't as the format demands, or a weight is missing or has another shape.</exception>
        public void LoadSafeTensors(string path)
        {
            using var file = SafeTensorsFile.Open(path);
            foreach (var weight in model.Weights)
            {
                var name = NameOf(model, weight);
                if (!file.Names.Contains(name) || file.ShapeOf(name) != weight.Shape)
                {
                    throw new SafeTensorsFormatException($"'{path}': the model needs '{name}' of shape {weight.Shape}, but the file has {(file.Names.Contains(name) ? $"shape {file.ShapeOf(name)}" : "none of that name")}.");
                }
            }
            foreach (var weight in model.Weights)
            {
                weight.Assign(file.Read(NameOf(model, weight)));
            }
        }
    }

    static string NameOf(Model model, Variable weight) =>
        weight.Path.StartsWith(model.Name + "/", StringComparison.Ordinal) ? weight.Path[(model.Name.Length + 1)..] : weight.Path;

    static ReadOnlySpan<byte> Bytes(Tensor tensor) => tensor.DType switch
    {
        DType.Float32 => MemoryMarshal.AsBytes(tensor.AsSpan<float>()),
        DType.Float64 => MemoryMarshal.AsBytes(tensor.AsSpan<double>()),
        DType.Int32 => MemoryMarshal.AsBytes(tensor.AsSpan<int>()),
        _ => MemoryMarshal.AsBytes(tensor.AsSpan<bool>()),
    };
}
