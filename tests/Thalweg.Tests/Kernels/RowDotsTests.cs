using System.Numerics;
using Thalweg.Kernels;

namespace Thalweg.Tests.Kernels;

public unsafe class RowDotsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(16)]
    [InlineData(50)]
    public void Each_row_is_one_chain(int depth)
    {
        Check<float>(depth, MathF.FusedMultiplyAdd);
        Check<double>(depth, Math.FusedMultiplyAdd);
    }

    static void Check<T>(int depth, Func<T, T, T, T> fma) where T : unmanaged, INumber<T>
    {
        var rows = RowDots.Rows<T>();
        if (rows == 0)
        {
            return;     // no such loop on this processor
        }
        var line = depth + 3;
        var random = new Random(1);
        var x = Enumerable.Range(0, depth).Select(_ => T.CreateTruncating(random.NextDouble())).ToArray();
        var m = Enumerable.Range(0, rows * line).Select(_ => T.CreateTruncating(random.NextDouble())).ToArray();
        var y = new T[rows];
        fixed (T* px = x, pm = m, py = y)
        {
            RowDots.Run(px, pm, line, py, depth);
        }
        for (var i = 0; i < rows; i++)
        {
            var sum = T.Zero;
            for (var p = 0; p < depth; p++)
            {
                sum = fma(x[p], m[i * line + p], sum);
            }
            Assert.Equal(sum, y[i]);
        }
    }
}
