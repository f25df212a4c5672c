namespace Thalweg.Exchange.Onnx;

/// <summary>ONNX's operations on images, which lie as (batch, channels, rows, columns), in tensors that have the channels last.</summary>
static class OnnxWindows
{
    // A hostile file can't ask for more memory than this many elements of padding.
    const long MostPadded = 1 << 26;

    public static Tensor Conv(OnnxNode node, Tensor?[] x)
    {
        var kernel = Images(node, x[1]!, "kernel").Transpose(2, 3, 1, 0);
        var (images, padding) = Framed(node, Images(node, x[0]!, "input"), [kernel.Shape[0], kernel.Shape[1]], node.Wholes("dilations") ?? [1, 1], 0);
        var y = images.Conv2D(kernel, node.Wholes("strides") ?? [1], padding, node.Wholes("dilations") ?? [1], node.Whole("group", 1));
        return ToFront(x.Length > 2 && x[2] is { } bias ? y + bias : y);
    }

    public static Tensor MaxPool(OnnxNode node, Tensor x)
    {
        Demand(node, node.Outputs.Count <= 1 && (node.Wholes("dilations") ?? []).All(number => number == 1), "without positions and dilations");
        var size = Size(node);
        var (images, padding) = Framed(node, Images(node, x, "input"), size, [1, 1], double.NegativeInfinity);
        return ToFront(images.MaxPool2D(size, node.Wholes("strides") ?? [1], padding));
    }

    public static Tensor AveragePool(OnnxNode node, Tensor x)
    {
        Demand(node, (node.Wholes("dilations") ?? []).All(number => number == 1), "without dilations");
        var (size, strides, input) = (Size(node), node.Wholes("strides") ?? [1], Images(node, x, "input"));
        var (images, padding) = Framed(node, input, size, [1, 1], 0);
        var y = images.AveragePool2D(size, strides, padding);
        if (images.Shape != input.Shape && node.Whole("count_include_pad", 0) == 0)
        {
            // Zeros were counted: what part of each window isn't padding makes up for that.
            var (ones, _) = Framed(node, Tensor.Ones(input.Shape, input.DType), size, [1, 1], 0);
            y /= ones.AveragePool2D(size, strides, padding);
        }
        return ToFront(y);
    }

    public static Tensor BatchNormalization(OnnxNode node, Tensor?[] x)
    {
        Demand(node, node.Whole("training_mode", 0) == 0, "as it predicts");
        Tensor Along(Tensor numbers) => numbers.Reshape([numbers.Size, .. Enumerable.Repeat(1, x[0]!.Rank - 2)]);
        var scale = x[1]! * (x[4]! + node.Number("epsilon", 1e-5)).Rsqrt();
        return (x[0]! - Along(x[3]!)) * Along(scale) + Along(x[2]!);
    }

    public static Tensor Pad(OnnxNode node, Tensor?[] x)
    {
        Demand(node, node.Text("mode", "constant") == "constant" && x.Length < 4, "with a constant, on all axes");
        int[] pads = [.. x[1]!.ToArray<int>()];
        Demand(node, pads.Length == 2 * x[0]!.Rank, "with two numbers for each axis");
        return Padded(node, x[0]!, pads, x.Length > 2 && x[2] is { } constant ? constant.Item() : 0);
    }

    /// <summary>The axes behind batch and channels.</summary>
    public static int[] Spatial(Tensor x) => [.. Enumerable.Range(2, Math.Max(0, x.Rank - 2))];

    static int[] Size(OnnxNode node) => node.Wholes("kernel_shape") ?? throw new OnnxFormatException($"{node.Operation} has no kernel_shape.");

    static Tensor ToFront(Tensor x) => x.Transpose(0, 3, 1, 2);

    static Tensor Images(OnnxNode node, Tensor x, string what) => x.Rank == 4
        ? what == "kernel" ? x : x.Transpose(0, 2, 3, 1)
        : throw new OnnxFormatException($"{node.Operation} is known for images (batch, channels, rows, columns), but the {what} has shape {x.Shape}.");

    /// <summary>The images with the padding that the operation asks for around them, or the rule by which a window pads.</summary>
    static (Tensor Images, Padding Padding) Framed(OnnxNode node, Tensor images, int[] size, int[] dilation, double with)
    {
        Demand(node, node.Whole("ceil_mode", 0) == 0, "without ceil_mode");
        switch (node.Text("auto_pad", "NOTSET"))
        {
            case "SAME_UPPER":
                return (images, Padding.Same);
            case "NOTSET" or "VALID":
                var pads = node.Wholes("pads") ?? [0, 0, 0, 0];
                Demand(node, pads.Length == 4 && size.Length == 2 && dilation.Length == 2, "with two numbers for rows and columns each");
                return (Padded(node, images, [0, pads[0], pads[1], 0, 0, pads[2], pads[3], 0], with), Padding.Valid);
            case var rule:
                throw new OnnxFormatException($"{node.Operation} is known without the padding {rule}.");
        }
    }

    /// <summary>A tensor with numbers around it: for each axis how many before, then for each how many behind.</summary>
    static Tensor Padded(OnnxNode node, Tensor x, int[] pads, double with)
    {
        for (var axis = 0; axis < x.Rank; axis++)
        {
            var (before, behind) = (pads[axis], pads[axis + x.Rank]);
            Demand(node, before >= 0 && behind >= 0, "with padding of 0 or more");
            if (before + (long)behind > 0)
            {
                Demand(node, (before + (long)behind) * (x.Size / Math.Max(1, x.Shape[axis])) <= MostPadded, "with less padding");
                x = Tensor.Concat([Tensor.Full(x.Shape.With(axis, before), with, x.DType), x, Tensor.Full(x.Shape.With(axis, behind), with, x.DType)], axis);
            }
        }
        return x;
    }

    static void Demand(OnnxNode node, bool condition, string how)
    {
        if (!condition)
        {
            throw new OnnxFormatException($"{node.Operation} is known {how} alone.");
        }
    }
}
