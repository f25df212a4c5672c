namespace Thalweg.Exchange.Onnx;

/// <summary>The operations of ONNX that are read, each in tensors.</summary>
static class OnnxOperations
{
    // A hostile file can't ask for more memory than so many elements at once.
    const long MostTiled = 1 << 26;

    static readonly Dictionary<string, Func<OnnxNode, Tensor?[], Tensor[]>> Known = new()
    {
        ["Identity"] = (_, x) => [x[0]!],
        ["Dropout"] = (_, x) => [x[0]!],
        ["MatMul"] = (_, x) => [x[0]!.MatMul(x[1]!)],
        ["Gemm"] = (node, x) => [Gemm(node, x)],
        ["Add"] = (_, x) => [x[0]! + x[1]!],
        ["Sub"] = (_, x) => [x[0]! - x[1]!],
        ["Mul"] = (_, x) => [x[0]! * x[1]!],
        ["Div"] = (_, x) => [x[0]! / x[1]!],
        ["Min"] = (_, x) => [x[0]!.Min(x[1]!)],
        ["Max"] = (_, x) => [x[0]!.Max(x[1]!)],
        ["Concat"] = (node, x) => [Tensor.Concat([.. x.Select(input => input!)], node.Whole("axis", 0))],
        ["Neg"] = (_, x) => [-x[0]!],
        ["Exp"] = (_, x) => [x[0]!.Exp()],
        ["Sqrt"] = (_, x) => [x[0]!.Sqrt()],
        ["Erf"] = (_, x) => [x[0]!.Erf()],
        ["Tanh"] = (_, x) => [x[0]!.Tanh()],
        ["Sigmoid"] = (_, x) => [x[0]!.Sigmoid()],
        ["Relu"] = (_, x) => [x[0]!.Relu()],
        ["Softplus"] = (_, x) => [x[0]!.Softplus()],
        ["Softsign"] = (_, x) => [x[0]! / (x[0]!.Abs() + 1)],
        ["LeakyRelu"] = (node, x) => [Tensor.Where(x[0]! > 0, x[0]!, x[0]! * node.Number("alpha", 0.01))],
        ["Elu"] = (node, x) => [Elu(x[0]!, node.Number("alpha", 1))],
        ["Selu"] = (_, x) => [Elu(x[0]!, 1.6732632423543772848170429916717) * 1.0507009873554804934193349852946],
        ["Celu"] = (node, x) => [Tensor.Where(x[0]! > 0, x[0]!, (x[0]!.Min(0) / node.Number("alpha", 1)).Expm1() * node.Number("alpha", 1))],
        ["HardSigmoid"] = (node, x) => [(x[0]! * node.Number("alpha", 0.2) + node.Number("beta", 0.5)).Clip(0, 1)],
        ["HardSwish"] = (_, x) => [x[0]! * (x[0]! / 6 + 0.5).Clip(0, 1)],
        ["Softmax"] = (node, x) => [x[0]!.Softmax(node.Whole("axis", -1))],
        ["LogSoftmax"] = (node, x) => [x[0]!.LogSoftmax(node.Whole("axis", -1))],
        ["Shrink"] = (node, x) => [Shrink(x[0]!, node.Number("lambd", 0.5), node.Number("bias", 0))],
        ["Clip"] = (_, x) => [Clip(x)],
        ["Greater"] = (_, x) => [x[0]! > x[1]!],
        ["Less"] = (_, x) => [x[0]! < x[1]!],
        ["Where"] = (_, x) => [Tensor.Where(x[0]!, x[1]!, x[2]!)],
        ["Cast"] = (node, x) => [x[0]!.Cast(node.Whole("to", 1) switch { 1 => DType.Float32, 11 => DType.Float64, 6 or 7 => DType.Int32, 9 => DType.Bool, var other => throw new OnnxFormatException($"Cast to the type {other} isn't known.") })],
        ["Flatten"] = (node, x) => [node.Whole("axis", 1) == 1 ? x[0]!.Rank == 1 ? x[0]!.ExpandDims(1) : x[0]!.Flatten(from: 1) : throw new OnnxFormatException("Flatten is known for axis 1 alone.")],
        ["Unsqueeze"] = (_, x) => [x[1]!.ToArray<int>().Order().Aggregate(x[0]!, (y, axis) => y.ExpandDims(axis))],
        ["Split"] = (node, x) => x.Length == 1 ? [.. x[0]!.Split(node.Outputs.Count, node.Whole("axis", 0))] : throw new OnnxFormatException("Split is known for equal parts alone."),
        ["TopK"] = (node, x) => [TopK(node, x)],
        ["CumSum"] = (_, x) => [x[0]!.CumSum((int)x[1]!.ToArray<int>()[0])],
        ["ReduceSum"] = (node, x) => [x[0]!.Sum(x[1]!.ToArray<int>(), keepDims: node.Whole("keepdims", 1) == 1)],
        ["ReduceMean"] = (node, x) => [x[0]!.Mean(x.Length > 1 ? x[1]!.ToArray<int>() : node.Wholes("axes") ?? [], keepDims: node.Whole("keepdims", 1) == 1)],
        ["Reshape"] = (node, x) => [Reshape(node, x)],
        ["Tile"] = (_, x) => [Tile(x[0]!, x[1]!.ToArray<int>())],
        ["Transpose"] = (node, x) => [node.Wholes("perm") is { } order ? x[0]!.Transpose(order) : x[0]!.Transpose()],
        ["Conv"] = (node, x) => [OnnxWindows.Conv(node, x)],
        ["MaxPool"] = (node, x) => [OnnxWindows.MaxPool(node, x[0]!)],
        ["AveragePool"] = (node, x) => [OnnxWindows.AveragePool(node, x[0]!)],
        ["GlobalMaxPool"] = (_, x) => [x[0]!.Max(OnnxWindows.Spatial(x[0]!), keepDims: true)],
        ["GlobalAveragePool"] = (_, x) => [x[0]!.Mean(OnnxWindows.Spatial(x[0]!), keepDims: true)],
        ["BatchNormalization"] = (node, x) => [OnnxWindows.BatchNormalization(node, x)],
        ["Pad"] = (node, x) => [OnnxWindows.Pad(node, x)],
    };

    /// <summary>What is known.</summary>
    public static IReadOnlySet<string> Names { get; } = Known.Keys.ToHashSet(StringComparer.Ordinal);

    /// <summary>The results of an operation.</summary>
    public static Tensor[] Run(OnnxNode node, Tensor?[] inputs) => Known[node.Operation](node, inputs);

    static Tensor Gemm(OnnxNode node, Tensor?[] x)
    {
        var a = node.Whole("transA", 0) == 1 ? x[0]!.Transpose() : x[0]!;
        var b = node.Whole("transB", 0) == 1 ? x[1]!.Transpose() : x[1]!;
        var product = a.MatMul(b) * node.Number("alpha", 1);
        return x.Length > 2 && x[2] is { } c ? product + c * node.Number("beta", 1) : product;
    }

    /// <summary>A length of 0 stands for the input's.</summary>
    static Tensor Reshape(OnnxNode node, Tensor?[] x) => node.Whole("allowzero", 0) == 0
        ? x[0]!.Reshape([.. x[1]!.ToArray<int>().Select((length, axis) => length == 0 ? x[0]!.Shape[axis] : length)])
        : throw new OnnxFormatException("Reshape is known without allowzero.");

    /// <summary>The whole several times along each axis.</summary>
    static Tensor Tile(Tensor x, int[] repeats)
    {
        if (repeats.Length != x.Rank || repeats.Any(times => times < 0) || repeats.Aggregate((long)x.Size, (size, times) => Math.Min(MostTiled + 1, size * times)) > MostTiled)
        {
            throw new OnnxFormatException($"Tile of shape {x.Shape} is known for one number of 0 or more for each axis, and up to {MostTiled} elements.");
        }
        for (var axis = 0; axis < x.Rank; axis++)
        {
            if (repeats[axis] != 1)
            {
                Shape apart = x.Shape.Insert(axis, 1), repeated = apart.With(axis, repeats[axis]);
                x = x.Reshape(apart).BroadcastTo(repeated).Reshape(x.Shape.With(axis, x.Shape[axis] * repeats[axis]));
            }
        }
        return x;
    }

    static Tensor Elu(Tensor x, double alpha) => Tensor.Where(x > 0, x, x.Min(0).Expm1() * alpha);

    static Tensor Shrink(Tensor x, double limit, double bias) => Tensor.Where(x > limit, x - bias, Tensor.Where(x < -limit, x + bias, x * 0));

    static Tensor Clip(Tensor?[] x)
    {
        var y = x[0]!;
        y = x.Length > 1 && x[1] is { } least ? y.Max(least) : y;
        return x.Length > 2 && x[2] is { } greatest ? y.Min(greatest) : y;
    }

    static Tensor TopK(OnnxNode node, Tensor?[] x)
    {
        var axis = node.Whole("axis", -1);
        var k = x[1]!.ToArray<int>()[0];
        return k == x[0]!.Shape[x[0]!.Shape.Axis(axis)] && node.Outputs.Count <= 2 && node.Whole("largest", 1) == 1
            ? -(-x[0]!).Sort(axis)
            : throw new OnnxFormatException("TopK is known for the largest of a whole axis alone.");
    }
}
