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

        public static void RunShort<T, V>(T* x, T* y, int rows, int length) where T : unmanaged, INumber<T> where V : struct, ILanes<T, V>
        {
            Shift(x, y, rows, length);
            var all = new Span<T>(y, rows * length);
            Elementwise.Map(default(Exp), all, all);
            for (var row = y; row < y + rows * length; row += length)
            {
                var share = T.One / Reduce.Short<T, Sum>(row, length);
                for (var i = 0; i < length; i++)
                {
                    row[i] *= share;
                }
            }
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

        public static void RunShort<T, V>(T* x, T* y, int rows, int length) where T : unmanaged, INumber<T> where V : struct, ILanes<T, V>
        {
            Shift(x, y, rows, length);
            var powers = Scratch.For<T>(Scratch.Use.Rows, rows * length);
            var all = new Span<T>(powers, rows * length);
            Elementwise.Map(default(Exp), new ReadOnlySpan<T>(y, rows * length), all);
            // The sums move to the front, where each place has been read by then.
            for (var i = 0; i < rows; i++)
            {
                powers[i] = Reduce.Short<T, Sum>(powers + i * length, length);
            }
            Elementwise.Map(default(Logarithm), all[..rows], all[..rows]);
            for (var i = 0; i < rows; i++, y += length)
            {
                for (var j = 0; j < length; j++)
                {
                    y[j] -= powers[i];
                }
            }
        }
    }

    /// <summary>y = x less the greatest of its row, so that no power overflows. A greatest that misses a NaN does no harm: the NaN stays in its place.</summary>
    static void Shift<T>(T* x, T* y, int rows, int length) where T : unmanaged, INumber<T>
    {
        for (var end = x + rows * length; x < end; x += length, y += length)
        {
            var greatest = x[0];
            for (var i = 1; i < length; i++)
            {
                greatest = x[i] > greatest ? x[i] : greatest;
            }
            for (var i = 0; i < length; i++)
            {
                y[i] = x[i] - greatest;
            }
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

    readonly struct Exp : IUnaryKernel
    {
        public V Run<T, V>(V x) where T : unmanaged, INumber<T> where V : struct, ILanes<T, V> => Exponential.Of<T, V>(x);
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
