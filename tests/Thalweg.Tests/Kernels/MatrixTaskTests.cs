using Thalweg.Kernels;

namespace Thalweg.Tests.Kernels;

public unsafe class MatrixTaskTests
{
    [Fact]
    public void A_piece_computes_its_block_and_nothing_else()
    {
        const int m = 7, n = 20, k = 10;
        var a = Enumerable.Range(0, m * k).Select(i => (float)(i % 7)).ToArray();
        var b = Enumerable.Range(0, n * k).Select(i => (float)(i % 5)).ToArray();
        var c = Enumerable.Repeat(-1f, m * n).ToArray();
        fixed (float* pa = a, pb = b, pc = c)
        {
            var task = new MatrixTask<float, Lanes128<float>, Identity>
            {
                A = pa,
                B = pb,
                C = pc,
                ARow = k,
                AStep = 1,
                BStep = n,
                BColumn = 1,
                Line = n,
                Rows = m,
                Columns = n,
                Depth = k,
                BlockRows = 4,
                BlockColumns = 8,
                Across = 3,
                LastColumn = n,
                To = k,
                BlockDepth = 3,
            };
            task.Run(5);        // the second row of blocks, the last, narrower block of columns
        }
        for (var i = 0; i < m; i++)
        {
            for (var j = 0; j < n; j++)
            {
                var expected = Enumerable.Range(0, k).Sum(p => a[i * k + p] * b[p * n + j]);
                Assert.Equal(i >= 4 && j >= 16 ? expected : -1, c[i * n + j]);
            }
        }
    }
}
