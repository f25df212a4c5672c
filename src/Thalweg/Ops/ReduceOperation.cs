using System.Numerics;
using Thalweg.Kernels;

namespace Thalweg;

/// <summary>Combines a run of neighbouring axes, seen as the middle one of three: outer × length × inner.</summary>
sealed record ReduceOperation<K>(int Outer, int Length, int Inner) : Operation where K : struct, IReduceKernel
{
    public override bool NeverFails => true;

    public override void Run(ReadOnlySpan<Tensor> inputs, Tensor output)
    {
        switch (output.DType)
        {
            case DType.Float32: Run<float>(inputs[0], output); break;
            case DType.Float64: Run<double>(inputs[0], output); break;
            case DType.Int32: Run<int>(inputs[0], output); break;
            default: throw NoKernel(output.DType);
        }
    }

    void Run<T>(Tensor input, Tensor output) where T : unmanaged, INumber<T>
    {
        var x = input.Span<T>();
        var y = output.Span<T>();
        if (Inner == 1)
        {
            Reduce.Rows<T, K>(x, y);
            return;
        }
        for (var o = 0; o < Outer; o++)
        {
            Reduce.Columns<T, K>(x.Slice(o * Length * Inner, Length * Inner), y.Slice(o * Inner, Inner));
        }
    }
}

/// <summary>How an operation's file reduces axes.</summary>
static class ReduceOperation
{
    /// <summary>Combines the axes given (all where none are), which become of length 1.</summary>
    public static Tensor Reduce<K>(this Tensor x, ReadOnlySpan<int> axes) where K : struct, IReduceKernel
    {
        // Always a tensor of its own, also where there is nothing to combine: the caller gives it its gradient.
        x = x.Numeric().WithNode(null);
        foreach (var (first, count) in Runs(x.Shape, axes))
        {
            var shape = x.Shape.ToArray();
            var length = x.Shape[first..(first + count)].Size;
            Array.Fill(shape, 1, first, count);
            x = new ReduceOperation<K>(x.Shape[..first].Size, length, x.Shape[(first + count)..].Size).Apply(shape, x.DType, x);
        }
        return x;
    }

    /// <summary>The shape with the axes given (all where none are) of length 1.</summary>
    public static Shape KeptShape(Shape shape, ReadOnlySpan<int> axes)
    {
        var kept = shape.ToArray();
        foreach (var (first, count) in Runs(shape, axes))
        {
            Array.Fill(kept, 1, first, count);
        }
        return kept;
    }

    /// <summary>The shape without the axes given (all where none are).</summary>
    public static Shape DroppedShape(Shape shape, ReadOnlySpan<int> axes)
    {
        var dropped = Marked(shape, axes);
        return [.. shape.Where((_, axis) => !dropped[axis])];
    }

    /// <summary>A result that still has its reduced axes, with them or without.</summary>
    public static Tensor Finish(this Tensor kept, Shape source, ReadOnlySpan<int> axes, bool keepDims) =>
        keepDims ? kept : kept.Reshape(DroppedShape(source, axes));

    /// <summary>The error for a reduction of nothing that has no identity.</summary>
    public static void RequireElements(Shape shape, ReadOnlySpan<int> axes, string name)
    {
        if (shape.Size == 0 && DroppedShape(shape, axes).Size != 0)
        {
            throw new ArgumentException($"{name} of no elements is undefined: shape {shape} is empty along the reduced axes.", nameof(axes));
        }
    }

    /// <summary>How many elements go into each result.</summary>
    public static int Reduced(Shape shape, ReadOnlySpan<int> axes)
    {
        var count = 1;
        var marked = Marked(shape, axes);
        for (var axis = 0; axis < marked.Length; axis++)
        {
            count *= marked[axis] ? shape[axis] : 1;
        }
        return count;
    }

    /// <summary>The reduced axes as runs of neighbours, innermost first.</summary>
    static List<(int First, int Count)> Runs(Shape shape, ReadOnlySpan<int> axes)
    {
        var marked = Marked(shape, axes);
        var runs = new List<(int, int)>();
        for (var end = marked.Length; end > 0; end--)
        {
            var first = end;
            while (first > 0 && marked[first - 1])
            {
                first--;
            }
            if (first < end)
            {
                runs.Add((first, end - first));
                end = first;
            }
        }
        return runs;
    }

    static bool[] Marked(Shape shape, ReadOnlySpan<int> axes)
    {
        var marked = new bool[shape.Rank];
        foreach (var axis in axes)
        {
            var at = shape.Axis(axis);
            if (marked[at])
            {
                throw new ArgumentException($"Axis {axis} is named twice for shape {shape}.", nameof(axes));
            }
            marked[at] = true;
        }
        if (axes.IsEmpty)
        {
            Array.Fill(marked, true);
        }
        return marked;
    }
}
