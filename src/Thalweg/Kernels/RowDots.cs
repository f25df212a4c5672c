using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Thalweg.Kernels;

/// <summary>
/// Dot products of several rows of a matrix with one vector, each a single chain in increasing position. Lanes are rows:
/// blocks of the matrix are turned within registers and never written.
/// </summary>
static unsafe class RowDots
{
    /// <summary>How many rows go together; 0 where there is no loop for the type or the processor.</summary>
    public static int Rows<T>() where T : unmanaged =>
        !Fma.IsSupported ? 0 : typeof(T) == typeof(float) ? 16 : typeof(T) == typeof(double) ? 8 : 0;

    /// <summary>y[i] = Σₚ x[p] · m[i · line + p] for as many rows as go together.</summary>
    public static void Run<T>(T* x, T* m, nint line, T* y, int depth) where T : unmanaged
    {
        if (typeof(T) == typeof(float))
        {
            Sixteen((float*)x, (float*)m, line, (float*)y, depth);
        }
        else
        {
            Eight((double*)x, (double*)m, line, (double*)y, depth);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static void Sixteen(float* x, float* m, nint line, float* y, int depth)
    {
        var (low, high) = (Vector256<float>.Zero, Vector256<float>.Zero);
        var second = m + 8 * line;
        var p = 0;
        // A whole cache line of each row at a time: rows a power of two apart push each other out of the nearest cache.
        for (; p + 16 <= depth; p += 16)
        {
            low = Four(x + p, m + p, line, low);
            low = Four(x + p + 4, m + p + 4, line, low);
            low = Four(x + p + 8, m + p + 8, line, low);
            low = Four(x + p + 12, m + p + 12, line, low);
            high = Four(x + p, second + p, line, high);
            high = Four(x + p + 4, second + p + 4, line, high);
            high = Four(x + p + 8, second + p + 8, line, high);
            high = Four(x + p + 12, second + p + 12, line, high);
        }
        low.Store(y);
        high.Store(y + 8);
        for (var i = 0; i < 16; i++)
        {
            for (var q = p; q < depth; q++)
            {
                y[i] = MathF.FusedMultiplyAdd(x[q], m[i * line + q], y[i]);
            }
        }
    }

    /// <summary>Four steps of eight rows: rows i and i + 4 share a register, pairs and then quadruples are interleaved.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector256<float> Four(float* x, float* m, nint line, Vector256<float> sum)
    {
        var r0 = Vector256.Create(Vector128.Load(m), Vector128.Load(m + 4 * line));
        var r1 = Vector256.Create(Vector128.Load(m + line), Vector128.Load(m + 5 * line));
        var r2 = Vector256.Create(Vector128.Load(m + 2 * line), Vector128.Load(m + 6 * line));
        var r3 = Vector256.Create(Vector128.Load(m + 3 * line), Vector128.Load(m + 7 * line));
        var (low01, high01) = (Avx.UnpackLow(r0, r1).AsDouble(), Avx.UnpackHigh(r0, r1).AsDouble());
        var (low23, high23) = (Avx.UnpackLow(r2, r3).AsDouble(), Avx.UnpackHigh(r2, r3).AsDouble());
        sum = Fma.MultiplyAdd(Vector256.Create(x[0]), Avx.UnpackLow(low01, low23).AsSingle(), sum);
        sum = Fma.MultiplyAdd(Vector256.Create(x[1]), Avx.UnpackHigh(low01, low23).AsSingle(), sum);
        sum = Fma.MultiplyAdd(Vector256.Create(x[2]), Avx.UnpackLow(high01, high23).AsSingle(), sum);
        return Fma.MultiplyAdd(Vector256.Create(x[3]), Avx.UnpackHigh(high01, high23).AsSingle(), sum);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static void Eight(double* x, double* m, nint line, double* y, int depth)
    {
        var (low, high) = (Vector256<double>.Zero, Vector256<double>.Zero);
        var second = m + 4 * line;
        var p = 0;
        for (; p + 8 <= depth; p += 8)
        {
            low = Two(x + p, m + p, line, low);
            low = Two(x + p + 2, m + p + 2, line, low);
            low = Two(x + p + 4, m + p + 4, line, low);
            low = Two(x + p + 6, m + p + 6, line, low);
            high = Two(x + p, second + p, line, high);
            high = Two(x + p + 2, second + p + 2, line, high);
            high = Two(x + p + 4, second + p + 4, line, high);
            high = Two(x + p + 6, second + p + 6, line, high);
        }
        low.Store(y);
        high.Store(y + 4);
        for (var i = 0; i < 8; i++)
        {
            for (var q = p; q < depth; q++)
            {
                y[i] = Math.FusedMultiplyAdd(x[q], m[i * line + q], y[i]);
            }
        }
    }

    /// <summary>Two steps of four rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector256<double> Two(double* x, double* m, nint line, Vector256<double> sum)
    {
        var r02 = Vector256.Create(Vector128.Load(m), Vector128.Load(m + 2 * line));
        var r13 = Vector256.Create(Vector128.Load(m + line), Vector128.Load(m + 3 * line));
        sum = Fma.MultiplyAdd(Vector256.Create(x[0]), Avx.UnpackLow(r02, r13), sum);
        return Fma.MultiplyAdd(Vector256.Create(x[1]), Avx.UnpackHigh(r02, r13), sum);
    }
}
