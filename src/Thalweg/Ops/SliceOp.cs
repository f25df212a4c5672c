namespace Thalweg;

/// <summary>A part of a tensor: positions and ranges, one per axis. What the indexer of <see cref="Tensor"/> calls.</summary>
public static class SliceOp
{
    extension(Tensor x)
    {
        /// <summary>A number for each axis that goes, a range for each that stays; missing ones stay whole.</summary>
        /// <exception cref="ArgumentException">More indices than axes, or one out of range.</exception>
        public Tensor Slice(params ReadOnlySpan<TensorIndex> indices)
        {
            var strides = Kernels.Strided.RowMajor(x.Shape.AsSpan());
            var (keptLengths, keptStrides, start, axis) = (new List<int>(), new List<int>(), 0, 0);
            var rest = x.Rank - Consumed(indices);
            if (rest < 0)
            {
                throw new ArgumentException($"{indices.Length} indices for shape {x.Shape}, which has {x.Rank} axes.", nameof(indices));
            }
            var sawRest = false;
            foreach (var index in indices)
            {
                switch (index.Which)
                {
                    case TensorIndex.Kind.NewAxis:
                        Keep(1, 0);
                        break;
                    case TensorIndex.Kind.Ellipsis:
                        if (sawRest)
                        {
                            throw new ArgumentException("TensorIndex.Rest may stand once among the indices.", nameof(indices));
                        }
                        sawRest = true;
                        for (var i = 0; i < rest; i++)
                        {
                            Keep(x.Shape[axis], strides[axis++]);
                        }
                        break;
                    case TensorIndex.Kind.Position:
                        var position = index.Position.GetOffset(x.Shape[axis]);
                        if (position < 0 || position >= x.Shape[axis])
                        {
                            throw OutOfRange(x.Shape, axis, index.Position.ToString());
                        }
                        start += position * strides[axis++];
                        break;
                    default:
                        var (from, end) = (index.Range.Start.GetOffset(x.Shape[axis]), index.Range.End.GetOffset(x.Shape[axis]));
                        if (from < 0 || end > x.Shape[axis] || from > end)
                        {
                            throw OutOfRange(x.Shape, axis, index.Range.ToString());
                        }
                        start += from * strides[axis];
                        Keep(end - from, strides[axis++]);
                        break;
                }
            }
            while (axis < x.Rank)
            {
                Keep(x.Shape[axis], strides[axis++]);
            }
            return x.Strided([.. keptLengths], [.. keptStrides], start);

            void Keep(int length, int stride)
            {
                keptLengths.Add(length);
                keptStrides.Add(stride);
            }
        }

        /// <summary>What strides over the row-major elements reach.</summary>
        Tensor Strided(int[] lengths, int[] strides, int start) =>
            new GatherStrided(lengths, strides, start).Apply(lengths, x.DType, x)
                .WithGradient((x, dy => dy.Unstrided(x.Shape, lengths, strides, start)));

        /// <summary>The reverse: zeros, and these elements where the strides reach.</summary>
        Tensor Unstrided(Shape shape, int[] lengths, int[] strides, int start) =>
            new ScatterStrided(lengths, strides, start).Apply(shape, x.DType, x)
                .WithGradient((x, dy => dy.Strided(lengths, strides, start)));
    }

    static int Consumed(ReadOnlySpan<TensorIndex> indices)
    {
        var count = 0;
        foreach (var index in indices)
        {
            count += index.Which is TensorIndex.Kind.Position or TensorIndex.Kind.Range ? 1 : 0;
        }
        return count;
    }

    static ArgumentException OutOfRange(Shape shape, int axis, string index) =>
        new($"Index {index} is outside axis {axis} of shape {shape}, which has {shape[axis]} elements.", "indices");
}
