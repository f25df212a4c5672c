using System.Numerics;
using Thalweg.Kernels;

namespace Thalweg;

/// <summary>Products over axes.</summary>
public static class ProdOp
{
    extension(Tensor x)
    {
        /// <summary>Π x over axes; 1 of nothing. The gradient is the product of the others, also where some are 0.</summary>
        /// <param name="axes">The axes to go over; all where none are named.</param>
        /// <param name="keepDims">Whether they stay, with length 1.</param>
        public Tensor Prod(ReadOnlySpan<int> axes, bool keepDims = false)
        {
            x = x.Numeric();
            var shape = x.Shape;
            var y = x.Reduce<Kernel>(axes);
            var over = axes.ToArray();
            return y.WithGradient((x, dy => dy * Others(x, over))).Finish(shape, axes, keepDims);
        }

        /// <summary>Π x over axes; 1 of nothing. The gradient is the product of the others, also where some are 0.</summary>
        /// <param name="axis">The axis to go over; all of them where it isn't given.</param>
        /// <param name="keepDims">Whether it stays, with length 1.</param>
        public Tensor Prod(int? axis = null, bool keepDims = false) => x.Prod(axis is { } one ? [one] : [], keepDims);
    }

    /// <summary>For each element, the product of all others that are multiplied with it: those before it times those after.</summary>
    static Tensor Others(Tensor x, int[] axes)
    {
        // The reduced axes to the back, as one: there each element's others are a row without it.
        var all = Enumerable.Range(0, x.Rank).ToArray();
        var reduced = axes.Length == 0 ? all : [.. axes.Select(axis => x.Shape.Axis(axis)).Order()];
        int[] order = [.. all.Except(reduced), .. reduced];
        var back = x.Rank == 0 ? x.Reshape([1]) : x.Transpose(order);
        var length = reduced.Aggregate(1, (product, axis) => product * x.Shape[axis]);
        if (x.Size == 0)
        {
            return x;
        }
        var rows = back.Reshape([-1, 1, length]).BroadcastTo([x.Size / length, length, length]);
        var others = Tensor.Where(Tensor.Eye(length, type: DType.Float32) > 0, 1, rows).Prod(axis: -1).Reshape(back.Shape);
        if (x.Rank == 0)
        {
            return others.Reshape([]);
        }
        var inverse = new int[x.Rank];
        for (var i = 0; i < order.Length; i++)
        {
            inverse[order[i]] = i;
        }
        return others.Transpose(inverse);
    }

    readonly struct Kernel : IReduceKernel
    {
        public static T Identity<T>() where T : unmanaged, INumber<T> => T.One;

        public static V Combine<T, V>(V a, V b) where T : unmanaged, INumber<T> where V : struct, ILanes<T, V> => a * b;

        public static T Combine<T>(T a, T b) where T : unmanaged, INumber<T> => a * b;
    }
}
