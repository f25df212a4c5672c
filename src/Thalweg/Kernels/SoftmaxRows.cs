using System.Numerics;
using System.Runtime.CompilerServices;

namespace Thalweg.Kernels;

/// <summary>Softmax of a row and its logarithm while the row is in the nearest cache.</summary>
static unsafe class SoftmaxRows
{
    /// <summary>yᵢ = exp(xᵢ − max) · (1 / Σ exp(x − max)): two roundings after the sum.</summary>
    public readonly struct Softmax : IRowKernel
    {
        public static void Run<T, V>(T* x, T* y, int length) where T : unmanaged, INumber<T> where V : struct, ILanes<T, V>
        {
            var from = new ReadOnlySpan<T>(x, length);
            var to = new Span<T>(y, length);
            Elementwise.Map(new ExpOfDifference<T>(Reduce.Row<T, Greatest>(from)), from, to);
            // Times 1 / Σ: a division for each element takes as long as the exponential.
            var share = T.One / Reduce.Row<T, Sum>(to);
            Elementwise.Zip(default(Product), to, new ReadOnlySpan<T>(in share), to);
        }
    }

    /// <summary>yᵢ = xᵢ − max − ln Σ exp(x − max).</summary>
    public readonly struct LogSoftmax : IRowKernel
    {
        public static void Run<T, V>(T* x, T* y, int length) where T : unmanaged, INumber<T> where V : struct, ILanes<T, V>
        {
            var from = new ReadOnlySpan<T>(x, length);
            var to = new Span<T>(y, length);
            var greatest = Reduce.Row<T, Greatest>(from);
            Elementwise.Map(new ExpOfDifference<T>(greatest), from, to);
            var sum = Reduce.Row<T, Sum>(to);
            Elementwise.Map(default(Logarithm), new ReadOnlySpan<T>(in sum), new Span<T>(ref sum));
            Elementwise.Map(new TwoDifferences<T>(greatest, sum), from, to);
        }
    }

    /// <summary>May lose a NaN: it comes back with its own exponential, and makes the whole row NaN by way of the sum.</summary>
    readonly struct Greatest : IReduceKernel
    {
        public static T Identity<T>() where T : unmanaged, INumber<T> => T.CreateTruncating(double.NegativeInfinity);

        public static V Combine<T, V>(V a, V b) where T : unmanaged, INumber<T> where V : struct, ILanes<T, V> => V.Larger(a, b);

        public static T Combine<T>(T a, T b) where T : unmanaged, INumber<T> => T.Max(a, b);
    }

    readonly struct Sum : IReduceKernel
    {
        public static T Identity<T>() where T : unmanaged, INumber<T> => T.Zero;

        public static V Combine<T, V>(V a, V b) where T : unmanaged, INumber<T> where V : struct, ILanes<T, V> => a + b;

        public static T Combine<T>(T a, T b) where T : unmanaged, INumber<T> => a + b;
    }

    readonly struct ExpOfDifference<N>(N from) : IUnaryKernel where N : unmanaged
    {
        // N is T: the interface doesn't know the type of a kernel's parameters.
        public V Run<T, V>(V x) where T : unmanaged, INumber<T> where V : struct, ILanes<T, V> => Exponential.Of<T, V>(x - V.Of(Unsafe.BitCast<N, T>(from)));
    }

    readonly struct TwoDifferences<N>(N first, N second) : IUnaryKernel where N : unmanaged
    {
        public V Run<T, V>(V x) where T : unmanaged, INumber<T> where V : struct, ILanes<T, V> => x - V.Of(Unsafe.BitCast<N, T>(first)) - V.Of(Unsafe.BitCast<N, T>(second));
    }

    readonly struct Logarithm : IUnaryKernel
    {
        public V Run<T, V>(V x) where T : unmanaged, INumber<T> where V : struct, ILanes<T, V> => Kernels.Logarithm.Of<T, V>(x);
    }

    readonly struct Product : IBinaryKernel
    {
        public V Run<T, V>(V a, V b) where T : unmanaged, INumber<T> where V : struct, ILanes<T, V> => a * b;
    }
}
