namespace Thalweg;

/// <summary>The same elements in the same order under another shape.</summary>
public static class ReshapeOp
{
    extension(Tensor x)
    {
        /// <summary>The elements, in row-major order, under another shape; one length may be −1 and is worked out.</summary>
        /// <exception cref="ArgumentException">The shape holds another number of elements.</exception>
        public Tensor Reshape(Shape shape)
        {
            shape = Resolve(shape, x.Size, nameof(shape));
            return shape == x.Shape ? x : View(x, shape).WithGradient((x, dy => dy.Reshape(x.Shape)));
        }

        /// <summary>All axes, or those from <paramref name="from"/> on, as one.</summary>
        public Tensor Flatten(int from = 0) => x.Rank == 0
            ? x.Reshape([1])
            : x.Reshape([.. x.Shape.AsSpan()[..x.Shape.Axis(from)], x.Shape[x.Shape.Axis(from)..].Size]);

        /// <summary>One more axis, of length 1, before position <paramref name="axis"/>; −1 appends it.</summary>
        public Tensor ExpandDims(int axis) => x.Reshape(x.Shape.Insert(axis, 1));

        /// <summary>Without an axis of length 1, or without all of them.</summary>
        /// <exception cref="ArgumentException">The axis is longer.</exception>
        public Tensor Squeeze(int? axis = null)
        {
            if (axis is not { } one)
            {
                return x.Reshape([.. x.Shape.Where(length => length != 1)]);
            }
            return x.Shape[x.Shape.Axis(one)] == 1
                ? x.Reshape(x.Shape.Remove(one))
                : throw new ArgumentException($"Squeeze takes away an axis of length 1; axis {one} of shape {x.Shape} has length {x.Shape[x.Shape.Axis(one)]}.", nameof(axis));
        }
    }

    /// <summary>A shape with its one unknown length worked out.</summary>
    internal static Shape Resolve(Shape shape, int size, string parameter)
    {
        var known = 1L;
        var unknown = -1;
        for (var axis = 0; axis < shape.Rank; axis++)
        {
            if (shape[axis] != Shape.Unknown)
            {
                known *= shape[axis];
            }
            else if (unknown >= 0)
            {
                throw new ArgumentException("Only one length of a shape may be −1.", parameter);
            }
            else
            {
                unknown = axis;
            }
        }
        if (unknown >= 0 ? known == 0 || size % known != 0 : known != size)
        {
            throw new ArgumentException($"{size} elements don't fill shape {shape}{(unknown >= 0 ? $", whose known lengths hold multiples of {known}" : $", which holds {known}")}.", parameter);
        }
        return unknown < 0 ? shape : shape.With(unknown, (int)(size / known));
    }

    /// <summary>At once, the same memory seen anew: tensors don't change. In a plan, an instruction that the plan can make nothing of.</summary>
    static Tensor View(Tensor x, Shape shape) =>
        Recorder.Current is null ? new Tensor(shape, x.DType, x.Buffer) : new Operation(shape).Apply(shape, x.DType, x);

    /// <summary>The input's elements under another shape; a plan lets both share their memory.</summary>
    internal sealed record Operation(Shape Shape) : Thalweg.Operation
    {
        public override void Run(ReadOnlySpan<Tensor> inputs, Tensor output) => Copy(inputs[0], output);
    }

    /// <summary>The input's elements once more.</summary>
    internal sealed record Copying : Thalweg.Operation
    {
        public override void Run(ReadOnlySpan<Tensor> inputs, Tensor output) => Copy(inputs[0], output);
    }

    static void Copy(Tensor from, Tensor to)
    {
        var bytes = from.Size * from.DType.Size;
        from.Buffer.Span<byte>(bytes).CopyTo(to.Buffer.Span<byte>(bytes));
    }
}
