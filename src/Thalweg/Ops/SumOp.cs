using System.Numerics;
using Thalweg.Kernels;

namespace Thalweg;

/// <summary>Sums over axes.</summary>
public static class SumOp
{
    extension(Tensor x)
    {
        /// <summary>Σ x over axes; 0 of nothing. Truth values count as 0 and 1.</summary>
        /// <param name="axes">The axes to go over; all where none are named.</param>
        /// <param name="keepDims">Whether they stay, with length 1.</param>
        public Tensor Sum(ReadOnlySpan<int> axes, bool keepDims = false)
        {
            x = x.Numeric();
            var shape = x.Shape;
            return x.Reduce<Kernel>(axes).WithGradient((x, dy => dy.BroadcastTo(shape))).Finish(shape, axes, keepDims);
        }

        /// <summary>Σ x over axes; 0 of nothing. Truth values count as 0 and 1.</summary>
        /// <param name="axis">The axis to go over; all of them where it isn't given.</param>
        /// <param name="keepDims">Whether it stays, with length 1.</param>
        public Tensor Sum(int? axis = null, bool keepDims = false) => x.Sum(axis is { } one ? [one] : [], keepDims);
    }

    internal readonly struct Kernel : IReduceKernel
    {
        public static T Identity<T>() where T : unmanaged, INumber<T> => T.Zero;

        public static V Combine<T, V>(V a, V b) where T : unmanaged, INumber<T> where V : struct, ILanes<T, V> => a + b;

        public static T Combine<T>(T a, T b) where T : unmanaged, INumber<T> => a + b;
    }
}
