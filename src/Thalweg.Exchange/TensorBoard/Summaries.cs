using System.Buffers.Binary;
using Thalweg.Exchange.Protobuf;
using Thalweg.Layers;
using Thalweg.Models;

namespace Thalweg.Exchange.TensorBoard;

/// <summary>Events: numbers, histograms, pictures and the graph of a model.</summary>
static class Summaries
{
    /// <summary>One number at a step.</summary>
    public static ProtoMessage Scalar(string tag, double value, long step, double now) =>
        Event(step, now, Value(tag, "scalars").Add(2, (float)value));

    /// <summary>How values are spread: in bins between the least and the greatest.</summary>
    public static ProtoMessage Histogram(string tag, ReadOnlySpan<float> values, long step, double now, int bins = 30)
    {
        var (least, most, sum, squares, count) = (double.PositiveInfinity, double.NegativeInfinity, 0.0, 0.0, 0);
        foreach (var value in values)
        {
            if (float.IsFinite(value))
            {
                (least, most, sum, squares, count) = (Math.Min(least, value), Math.Max(most, value), sum + value, squares + (double)value * value, count + 1);
            }
        }
        (least, most) = count == 0 ? (0, 0) : (least, most);
        var counts = new double[bins];
        foreach (var value in values)
        {
            if (float.IsFinite(value))
            {
                counts[most > least ? Math.Min(bins - 1, (int)((value - least) / (most - least) * bins)) : 0]++;
            }
        }
        var limits = new double[bins];
        for (var i = 0; i < bins; i++)
        {
            limits[i] = i == bins - 1 ? most : least + (most - least) * (i + 1) / bins;
        }
        var histogram = new ProtoMessage().Add(1, least).Add(2, most).Add(3, (double)count).Add(4, sum).Add(5, squares).Add(6, Packed(limits)).Add(7, Packed(counts));
        return Event(step, now, Value(tag, "histograms").Add(5, histogram));
    }

    /// <summary>A picture in PNG.</summary>
    /// <exception cref="ArgumentException">The bytes aren't PNG.</exception>
    public static ProtoMessage Image(string tag, byte[] png, long step, double now)
    {
        if (png.Length < 24 || !png.AsSpan(1, 3).SequenceEqual("PNG"u8))
        {
            throw new ArgumentException("The picture isn't PNG: its bytes begin otherwise. A figure's GetPng gives them.", nameof(png));
        }
        var image = new ProtoMessage()
            .Add(1, (long)BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20)))
            .Add(2, (long)BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)))
            .Add(3, 4L)
            .Add(4, png);
        return Event(step, now, Value(tag, "images").Add(4, image));
    }

    /// <summary>The layers of a model as a graph of nodes, each with what it takes.</summary>
    public static ProtoMessage Graph(Model model, double now)
    {
        var graph = new ProtoMessage();
        if (model is Functional functional)
        {
            var uses = functional.Calls.ToLookup(call => call.Layer);
            foreach (var layer in model.Layers)
            {
                Node(layer is InputLayer ? "Placeholder" : layer.ClassName, $"{model.Name}/{layer.Name}", [.. uses[layer].SelectMany(call => call.Inputs).Select(input => $"{model.Name}/{input.Layer.Name}").Distinct()]);
            }
        }
        else
        {
            var before = "input";
            Node("Placeholder", before, []);
            foreach (var layer in model.Layers)
            {
                Node(layer.ClassName, $"{model.Name}/{layer.Name}", [before]);
                before = $"{model.Name}/{layer.Name}";
            }
        }
        graph.Add(4, new ProtoMessage().Add(1, 22L));
        return new ProtoMessage().Add(1, now).Add(4, graph);

        void Node(string kind, string name, IReadOnlyList<string> takes)
        {
            var node = new ProtoMessage().Add(1, name).Add(2, kind);
            foreach (var one in takes)
            {
                node.Add(3, one);
            }
            graph.Add(1, node);
        }
    }

    static ProtoMessage Event(long step, double now, ProtoMessage value) => new ProtoMessage().Add(1, now).Add(2, step).Add(5, new ProtoMessage().Add(1, value));

    static ProtoMessage Value(string tag, string plugin) => new ProtoMessage().Add(1, tag).Add(9, new ProtoMessage().Add(1, new ProtoMessage().Add(1, plugin)));

    static byte[] Packed(double[] values)
    {
        var bytes = new byte[values.Length * sizeof(double)];
        for (var i = 0; i < values.Length; i++)
        {
            BinaryPrimitives.WriteDoubleLittleEndian(bytes.AsSpan(i * sizeof(double)), values[i]);
        }
        return bytes;
    }
}
