using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Thalweg.Kernels;

/// <summary>Rows to columns: y[j · yLine + i] = x[i · xLine + j], in square blocks that turn within registers.</summary>
static unsafe class Transposition
{
    // Rows of x that are turned before the walk goes on: their cache lines stay near until all of a line has been used.
    const int Strip = 64;

    /// <summary>Fewer elements than this take less time than calling for help.</summary>
    const int WorthSharing = 1 << 16;

    /// <summary>y (columns × rows, contiguous) = the transpose of x; threads share the columns.</summary>
    public static void Run<T>(ReadOnlySpan<T> x, int xLine, Span<T> y, int rows, int columns) where T : unmanaged
    {
        if (rows == 0 || columns == 0)
        {
            return;
        }
        _ = (x[(rows - 1) * xLine + columns - 1], y[rows * columns - 1]);
        fixed (T* px = x, py = y)
        {
            if ((long)rows * columns < WorthSharing)
            {
                Run(px, xLine, py, rows, rows, columns);
                return;
            }
            ThreadTeam.Run((columns + Strip - 1) / Strip, new Work<T>(px, xLine, py, rows, columns));
        }
    }

    readonly struct Work<T>(T* x, nint xLine, T* y, int rows, int columns) : IParallelWork where T : unmanaged
    {
        public void Run(int piece)
        {
            var from = piece * Strip;
            Transposition.Run(x + from, xLine, y + (nint)from * rows, rows, rows, Math.Min(Strip, columns - from));
        }
    }

    /// <summary>Turns a matrix of rows × columns.</summary>
    public static void Run<T>(T* x, nint xLine, T* y, nint yLine, int rows, int columns) where T : unmanaged
    {
        for (var from = 0; from < rows; from += Strip)
        {
            Turn(x + from * xLine, xLine, y + from, yLine, Math.Min(Strip, rows - from), columns);
        }
    }

    static void Turn<T>(T* x, nint xLine, T* y, nint yLine, int rows, int columns) where T : unmanaged
    {
        var side = !Avx.IsSupported ? 1 : sizeof(T) == sizeof(float) ? 8 : sizeof(T) == sizeof(double) ? 4 : 1;
        var (wholeRows, wholeColumns) = (rows - rows % side, columns - columns % side);
        if (side == 1)
        {
            (wholeRows, wholeColumns) = (0, 0);
        }
        for (var j = 0; j < wholeColumns; j += side)
        {
            for (var i = 0; i < wholeRows; i += side)
            {
                if (sizeof(T) == sizeof(float))
                {
                    Eight((float*)(x + i * xLine + j), xLine, (float*)(y + j * yLine + i), yLine);
                }
                else
                {
                    Four((double*)(x + i * xLine + j), xLine, (double*)(y + j * yLine + i), yLine);
                }
            }
        }
        Singly(x + wholeColumns, xLine, y + wholeColumns * yLine, yLine, wholeRows, columns - wholeColumns);
        Singly(x + wholeRows * xLine, xLine, y + wholeRows, yLine, rows - wholeRows, columns);
    }

    static void Singly<T>(T* x, nint xLine, T* y, nint yLine, int rows, int columns) where T : unmanaged
    {
        for (var j = 0; j < columns; j++)
        {
            for (var i = 0; i < rows; i++)
            {
                y[j * yLine + i] = x[i * xLine + j];
            }
        }
    }

    /// <summary>8 × 8 elements of 32 bits: halves of rows i and i + 4 are loaded into one register, pairs and then quadruples are interleaved.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void Eight(float* x, nint xLine, float* y, nint yLine)
    {
        Half(x, xLine, y, yLine);
        Half(x + 4, xLine, y + 4 * yLine, yLine);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        static void Half(float* x, nint xLine, float* y, nint yLine)
        {
            var r0 = Both(x, x + 4 * xLine);
            var r1 = Both(x + xLine, x + 5 * xLine);
            var r2 = Both(x + 2 * xLine, x + 6 * xLine);
            var r3 = Both(x + 3 * xLine, x + 7 * xLine);
            var (low01, high01) = (Avx.UnpackLow(r0, r1).AsDouble(), Avx.UnpackHigh(r0, r1).AsDouble());
            var (low23, high23) = (Avx.UnpackLow(r2, r3).AsDouble(), Avx.UnpackHigh(r2, r3).AsDouble());
            Avx.UnpackLow(low01, low23).AsSingle().Store(y);
            Avx.UnpackHigh(low01, low23).AsSingle().Store(y + yLine);
            Avx.UnpackLow(high01, high23).AsSingle().Store(y + 2 * yLine);
            Avx.UnpackHigh(high01, high23).AsSingle().Store(y + 3 * yLine);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        static Vector256<float> Both(float* low, float* high) => Vector256.Create(Vector128.Load(low), Vector128.Load(high));
    }

    /// <summary>4 × 4 elements of 64 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void Four(double* x, nint xLine, double* y, nint yLine)
    {
        Half(x, xLine, y, yLine);
        Half(x + 2, xLine, y + 2 * yLine, yLine);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        static void Half(double* x, nint xLine, double* y, nint yLine)
        {
            var r02 = Vector256.Create(Vector128.Load(x), Vector128.Load(x + 2 * xLine));
            var r13 = Vector256.Create(Vector128.Load(x + xLine), Vector128.Load(x + 3 * xLine));
            Avx.UnpackLow(r02, r13).Store(y);
            Avx.UnpackHigh(r02, r13).Store(y + yLine);
        }
    }
}
