using System.Numerics;
using Thalweg.Kernels;

namespace Thalweg;

/// <summary>The greatest element over axes.</summary>
public static class MaxOp
{
    extension(Tensor x)
    {
        /// <summary>The greatest element over axes; NaN where there is one. The gradient is shared equally among all that are equally greatest.</summary>
        /// <param name="axes">The axes to go over; all where none are named.</param>
        /// <param name="keepDims">Whether they stay, with length 1.</param>
        public Tensor Max(ReadOnlySpan<int> axes, bool keepDims = false)
        {
            x = x.Numeric();
            ReduceOperation.RequireElements(x.Shape, axes, "Max");
            var shape = x.Shape;
            var y = x.Reduce<Kernel>(axes);
            return y.WithGradient((x, dy => Share(x, y, dy))).Finish(shape, axes, keepDims);
        }

        /// <summary>The greatest element over axes; NaN where there is one. The gradient is shared equally among all that are equally greatest.</summary>
        /// <param name="axis">The axis to go over; all of them where it isn't given.</param>
        /// <param name="keepDims">Whether it stays, with length 1.</param>
        public Tensor Max(int? axis = null, bool keepDims = false) => x.Max(axis is { } one ? [one] : [], keepDims);
    }

    static Tensor Share(Tensor x, Tensor y, Tensor dy)
    {
        var chosen = x.Equal(y).Cast(x.DType);
        return chosen * (dy / chosen.SumTo(y.Shape));
    }

    readonly struct Kernel : IReduceKernel
    {
        public static T Identity<T>() where T : unmanaged, INumber<T> => typeof(T) == typeof(int) ? T.CreateTruncating(int.MinValue) : T.CreateTruncating(double.NegativeInfinity);

        public static V Combine<T, V>(V a, V b) where T : unmanaged, INumber<T> where V : struct, ILanes<T, V> => V.Max(a, b);

        public static T Combine<T>(T a, T b) where T : unmanaged, INumber<T> => T.Max(a, b);
    }
}
