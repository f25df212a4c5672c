using System.Runtime.CompilerServices;

namespace Thalweg.Kernels;

/// <summary>
/// Copies panels of a matrix product's right operand into the order in which the tiles read them, so that every cache line
/// and page is used whole. A transposed operand is turned on the way.
/// </summary>
static unsafe class MatrixPacking
{
    /// <summary>
    /// A panel of the right operand: y[p · panel + j] = b[p · step + j · column] for some p and j below <paramref name="width"/>;
    /// 0 in the columns beyond.
    /// </summary>
    public static void Columns<T>(T* b, nint step, nint column, T* y, int panel, int width, int k) where T : unmanaged
    {
        if (width < panel)
        {
            new Span<T>(y, panel * k).Clear();
        }
        if (column == 1)
        {
            for (var p = 0; p < k; p++, b += step, y += panel)
            {
                Unsafe.CopyBlockUnaligned(y, b, (uint)(width * sizeof(T)));
            }
            return;
        }
        Transposition.Run(b, column, y, panel, width, k);
    }
}
