using System.Diagnostics;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;

namespace Thalweg;

/// <summary>An immutable array of numbers with any number of axes. The garbage collector owns it: there is nothing to dispose.</summary>
/// <remarks>
/// Elements lie in row-major order: the innermost axis is contiguous. Everything that can be computed from tensors is an
/// extension member in the folder Ops, one operation a file.
/// </remarks>
/// <example><code>
/// var x = Tensor.From(new float[,] { { 1, 2 }, { 3, 4 } });
/// var y = (x * 2 + 1).Sum(axis: 0);     // [10, 14]
/// </code></example>
[DebuggerDisplay("{DebuggerText,nq}")]
public sealed class Tensor
{
    internal Tensor(Shape shape, DType type, Buffer buffer)
    {
        Shape = shape;
        DType = type;
        Buffer = buffer;
        Origin = this;
    }

    Tensor(Tensor origin, GradientNode? node)
    {
        Shape = origin.Shape;
        DType = origin.DType;
        Buffer = origin.Buffer;
        Origin = origin;
        Node = node;
    }

    /// <summary>The lengths of the axes.</summary>
    public Shape Shape { get; }

    /// <summary>The type of the elements.</summary>
    public DType DType { get; }

    /// <summary>How many axes there are; 0 for a single number.</summary>
    public int Rank => Shape.Rank;

    /// <summary>How many elements there are.</summary>
    public int Size => Shape.Size;

    /// <summary>Where the elements lie; empty while the tensor is being traced.</summary>
    internal Buffer Buffer { get; set; }

    /// <summary>The tensor that this one shows under another past: in a trace, both are one value.</summary>
    internal Tensor Origin { get; }

    /// <summary>What the tensor was computed from, where a gradient is wanted; null otherwise.</summary>
    internal GradientNode? Node { get; set; }

    /// <summary>A part of the tensor: a number for each axis that goes, a range for each that stays; missing ones stay whole.</summary>
    /// <example><code>
    /// x[0]            // the first row
    /// x[^1]           // the last row
    /// x[1..3, ..]     // rows 1 and 2
    /// x[.., 0]        // the first column
    /// </code></example>
    /// <exception cref="ArgumentException">More indices than axes, or one out of range.</exception>
    [IndexerName("Part")]
    public Tensor this[params ReadOnlySpan<TensorIndex> indices] => this.Slice(indices);

    /// <summary>The only element of a tensor of size 1, as a double.</summary>
    /// <exception cref="InvalidOperationException">The tensor has another number of elements.</exception>
    public double Item()
    {
        if (Size != 1)
        {
            throw new InvalidOperationException($"Item() reads a tensor of one element; this one has shape {Shape}. Index it first, or use ToArray().");
        }
        return DType switch
        {
            DType.Float32 => Span<float>()[0],
            DType.Float64 => Span<double>()[0],
            DType.Int32 => Span<int>()[0],
            _ => Span<bool>()[0] ? 1 : 0,
        };
    }

    /// <summary>A copy of the elements in row-major order, converted to <typeparamref name="T"/> (bool, int, float or double).</summary>
    public T[] ToArray<T>() where T : unmanaged => this.Cast(DType.Of<T>()).Span<T>().ToArray();

    /// <summary>The elements in row-major order, without a copy.</summary>
    /// <exception cref="InvalidOperationException"><typeparamref name="T"/> isn't the type of the elements.</exception>
    public ReadOnlySpan<T> AsSpan<T>() where T : unmanaged
    {
        if (DType.Of<T>() != DType)
        {
            throw new InvalidOperationException($"The elements are {DType}, not {DType.Of<T>()}. Use ToArray<{typeof(T).Name}>() or Cast first.");
        }
        return Span<T>();
    }

    /// <summary>The elements with their shape, as the .NET libraries for tensors take them; without a copy.</summary>
    /// <exception cref="InvalidOperationException"><typeparamref name="T"/> isn't the type of the elements.</exception>
    public ReadOnlyTensorSpan<T> AsTensorSpan<T>() where T : unmanaged
    {
        Span<nint> lengths = stackalloc nint[Rank];
        for (var axis = 0; axis < Rank; axis++)
        {
            lengths[axis] = Shape[axis];
        }
        return new ReadOnlyTensorSpan<T>(AsSpan<T>(), lengths);
    }

    /// <summary>The elements as numbers in brackets, long axes shortened in the middle; readable, not for parsing.</summary>
    public override string ToString() => TensorText.Of(this);

    /// <summary>The same value with another past.</summary>
    internal Tensor WithNode(GradientNode? node) => new(Origin, node);

    internal Span<T> Span<T>() where T : unmanaged => Buffer.IsEmpty
        ? throw new InvalidOperationException(
            $"The values of this tensor {Shape} aren't known while a plan is traced. Use tensor operations (Where, Clip, …) in place of C# conditions on values.")
        : Buffer.Span<T>(Size);

    string DebuggerText => $"{DType} {Shape}" + (Buffer.IsEmpty ? " traced" : Size <= 16 ? " " + TensorText.Of(this).ReplaceLineEndings(" ") : "");
}
