using Thalweg.Kernels;

namespace Thalweg;

/// <summary>The axes in another order.</summary>
public static class TransposeOp
{
    extension(Tensor x)
    {
        /// <summary>The axes in the order given; without one, reversed. Axis i of the result is axis <c>axes[i]</c> of x.</summary>
        /// <exception cref="ArgumentException">The order isn't a permutation of the axes.</exception>
        public Tensor Transpose(params ReadOnlySpan<int> axes)
        {
            var order = Order(x.Shape, axes);
            var inverse = new int[order.Length];
            var (lengths, strides) = (new int[order.Length], new int[order.Length]);
            var own = Strided.RowMajor(x.Shape.AsSpan());
            for (var i = 0; i < order.Length; i++)
            {
                inverse[order[i]] = i;
                (lengths[i], strides[i]) = (x.Shape[order[i]], own[order[i]]);
            }
            return new GatherStrided(lengths, strides, 0).Apply(lengths, x.DType, x).WithGradient((x, dy => dy.Transpose(inverse)));
        }

        /// <summary>Two axes exchanged; the two innermost where none are named: the transposes of a batch of matrices.</summary>
        public Tensor SwapAxes(int a = -2, int b = -1)
        {
            var order = Enumerable.Range(0, x.Rank).ToArray();
            (a, b) = (x.Shape.Axis(a), x.Shape.Axis(b));
            (order[a], order[b]) = (b, a);
            return x.Transpose(order);
        }
    }

    static int[] Order(Shape shape, ReadOnlySpan<int> axes)
    {
        var order = new int[shape.Rank];
        if (axes.IsEmpty)
        {
            for (var i = 0; i < order.Length; i++)
            {
                order[i] = order.Length - 1 - i;
            }
            return order;
        }
        var seen = new bool[shape.Rank];
        for (var i = 0; i < axes.Length && axes.Length == order.Length; i++)
        {
            order[i] = shape.Axis(axes[i]);
            seen[order[i]] = true;
        }
        return axes.Length == order.Length && !seen.Contains(false)
            ? order
            : throw new ArgumentException($"Transposing shape {shape} needs each of its {shape.Rank} axes once, but got [{string.Join(", ", axes.ToArray())}].", nameof(axes));
    }
}
