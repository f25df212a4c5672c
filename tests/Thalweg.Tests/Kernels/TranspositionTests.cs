using Thalweg.Kernels;

namespace Thalweg.Tests.Kernels;

public unsafe class TranspositionTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(8, 8)]
    [InlineData(3, 5)]
    [InlineData(17, 9)]
    [InlineData(9, 31)]
    [InlineData(70, 130)]
    public void Rows_become_columns(int rows, int columns)
    {
        Check<byte>(rows, columns, i => (byte)i);
        Check<int>(rows, columns, i => i);
        Check<float>(rows, columns, i => i);
        Check<double>(rows, columns, i => i);
    }

    static void Check<T>(int rows, int columns, Func<int, T> number) where T : unmanaged
    {
        var (xLine, yLine) = (columns + 2, rows + 3);
        var x = Enumerable.Range(0, rows * xLine).Select(number).ToArray();
        var y = new T[columns * yLine];
        fixed (T* px = x, py = y)
        {
            Transposition.Run(px, xLine, py, yLine, rows, columns);
        }
        for (var j = 0; j < columns; j++)
        {
            for (var i = 0; i < yLine; i++)
            {
                Assert.Equal(i < rows ? x[i * xLine + j] : default, y[j * yLine + i]);
            }
        }
    }
}
