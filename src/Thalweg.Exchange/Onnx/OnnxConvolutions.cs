using Thalweg.Layers;

namespace Thalweg.Exchange.Onnx;

/// <summary>Layers for images in ONNX's operations, which have the channels in front of rows and columns.</summary>
static class OnnxConvolutions
{
    static readonly long[] ToFront = [0, 3, 1, 2], ToBack = [0, 2, 3, 1];

    /// <summary>Appends a layer for images; the name of its result.</summary>
    public static string Write(OnnxGraph graph, ImageLayer layer, string x, Shape shape)
    {
        var first = layer.DataFormat == DataFormat.ChannelsFirst;
        var images = first ? shape : [shape[0], shape[3], shape[1], shape[2]];
        x = first ? x : graph.Node("Transpose", [x], ("perm", ToFront));
        var y = layer switch
        {
            Conv2D convolution => Convolve(graph, convolution, convolution.Weights[0].Value, convolution.Groups, x, images, convolution.UseBias ? convolution.Weights[1].Value : null),
            DepthwiseConv2D depthwise => Convolve(graph, depthwise, Grouped(depthwise.Weights[0].Value), images[1], x, images, depthwise.UseBias ? depthwise.Weights[1].Value : null),
            SeparableConv2D separable => Separable(graph, separable, x, images),
            PoolingLayer pooling => Pool(graph, pooling, x, images),
            GlobalPoolingLayer pooling => Global(graph, pooling, x),
            ZeroPadding2D { Padding: [var top, var bottom, var left, var right] } => graph.Node("Pad", [x, graph.Integers(0, 0, top, left, 0, 0, bottom, right)]),
            UpSampling2D larger => Repeat(graph, larger, x, images),
            _ => throw new NotSupportedException($"The layer '{layer.Name}' is a {layer.ClassName}, which can't be written as ONNX."),
        };
        var output = layer.OutputShape(shape);
        y = first || output.Rank != 4 ? y : graph.Node("Transpose", [y], ("perm", ToBack));
        return layer is ConvolutionLayer { Activation: var activation } ? OnnxActivations.Write(graph, activation, y, output) : y;
    }

    static string Separable(OnnxGraph graph, SeparableConv2D layer, string x, Shape images)
    {
        x = Convolve(graph, layer, Grouped(layer.Weights[0].Value), images[1], x, images, null);
        List<string> inputs = [x, graph.Constant($"{graph.Scope}/pointwise_kernel", layer.Weights[1].Value.Transpose(3, 2, 0, 1))];
        if (layer.UseBias)
        {
            inputs.Add(graph.Constant($"{graph.Scope}/bias", layer.Weights[2].Value));
        }
        return graph.Node("Conv", inputs);
    }

    /// <summary>A kernel for each channel as one in groups: (rows, columns, channels, multiplier) → (rows, columns, 1, channels · multiplier).</summary>
    static Tensor Grouped(Tensor kernel) => kernel.Reshape([kernel.Shape[0], kernel.Shape[1], 1, kernel.Shape[2] * kernel.Shape[3]]);

    static string Convolve(OnnxGraph graph, ConvolutionLayer layer, Tensor kernel, int groups, string x, Shape images, Tensor? bias)
    {
        List<string> inputs = [x, graph.Constant($"{graph.Scope}/{layer.Weights[0].Name}", kernel.Transpose(3, 2, 0, 1))];
        if (bias is not null)
        {
            inputs.Add(graph.Constant($"{graph.Scope}/bias", bias));
        }
        return graph.Node("Conv", inputs,
        [
            ("kernel_shape", Longs(layer.KernelSize)), ("strides", Longs(layer.Strides)), ("dilations", Longs(layer.DilationRate)), ("group", groups),
            .. Padding(layer.Padding, images, layer.KernelSize, layer.Strides, layer.DilationRate),
        ]);
    }

    static string Pool(OnnxGraph graph, PoolingLayer layer, string x, Shape images) => graph.Node(layer is MaxPooling2D ? "MaxPool" : "AveragePool", [x],
    [
        ("kernel_shape", Longs(layer.PoolSize)), ("strides", Longs(layer.Strides)),
        .. Padding(layer.Padding, images, layer.PoolSize, layer.Strides, [1, 1]),
    ]);

    static string Global(OnnxGraph graph, GlobalPoolingLayer layer, string x)
    {
        var y = graph.Node(layer is GlobalMaxPooling2D ? "GlobalMaxPool" : "GlobalAveragePool", [x]);
        return layer.Keepdims ? y : graph.Node("Flatten", [y], ("axis", 1));
    }

    /// <summary>Each element several times: axes of length 1 behind rows and columns, repeated and joined with them.</summary>
    static string Repeat(OnnxGraph graph, UpSampling2D layer, string x, Shape images)
    {
        if (!images[2..].IsKnown)
        {
            throw new NotSupportedException($"The layer '{layer.Name}' can't be written as ONNX for images of unknown size. Give their size in the InputLayer.");
        }
        var (channels, rows, columns) = (images[1], images[2], images[3]);
        var apart = graph.Node("Reshape", [x, graph.Integers(0, channels, rows, 1, columns, 1)]);
        var repeated = graph.Node("Tile", [apart, graph.Integers(1, 1, 1, layer.Size[0], 1, layer.Size[1])]);
        return graph.Node("Reshape", [repeated, graph.Integers(0, channels, (long)rows * layer.Size[0], (long)columns * layer.Size[1])]);
    }

    /// <summary>Padding in numbers where the size of the images is known, which every reader takes; otherwise as a rule, the same.</summary>
    static IEnumerable<(string Name, object Value)> Padding(Padding padding, Shape images, IReadOnlyList<int> size, IReadOnlyList<int> strides, IReadOnlyList<int> dilation)
    {
        if (padding == Thalweg.Padding.Valid)
        {
            return [];
        }
        if (!images[2..].IsKnown)
        {
            return [("auto_pad", "SAME_UPPER")];
        }
        var pads = new long[4];
        for (var axis = 0; axis < 2; axis++)
        {
            var (length, reach) = (images[axis + 2], (size[axis] - 1L) * dilation[axis] + 1);
            var all = Math.Max(0, (((long)length + strides[axis] - 1) / strides[axis] - 1) * strides[axis] + reach - length);
            (pads[axis], pads[axis + 2]) = (all / 2, all - all / 2);
        }
        return [("pads", pads)];
    }

    static long[] Longs(IReadOnlyList<int> numbers) => [.. numbers.Select(number => (long)number)];
}
