using Thalweg.Kernels;

namespace Thalweg.Tests.Kernels;

public unsafe class MatrixTileTests
{
    [Theory]
    [InlineData(12)]
    [InlineData(8)]
    [InlineData(6)]
    [InlineData(4)]
    [InlineData(2)]
    [InlineData(1)]
    public void Each_height_begins_resumes_and_adds(int height)
    {
        Check<Lanes128<float>>(height);
        Check<Lanes256<float>>(height);
        Check<Lanes512<float>>(height);
    }

    [Fact]
    public void Heights_cover_any_number_of_rows()
    {
        for (var rows = 1; rows < 40; rows++)
        {
            Assert.InRange(MatrixTile.Next<float, Lanes512<float>>(rows), 1, rows);
            Assert.InRange(MatrixTile.Next<float, Lanes256<float>>(rows), 1, Math.Min(rows, 8));
        }
        Assert.Equal(12, MatrixTile.Next<double, Lanes512<double>>(30));
        Assert.Equal(6, MatrixTile.Next<double, Lanes128<double>>(30));
    }

    static void Check<V>(int height) where V : struct, ILanes<float, V>
    {
        const int k = 9;
        var width = MatrixTile.Vectors * V.Count;
        var random = new Random(height);
        var (a, b, old) = (new float[height * k], new float[k * width], new float[height * width]);
        foreach (var array in (float[][])[a, b, old])
        {
            foreach (ref var x in array.AsSpan())
            {
                x = random.NextSingle() - 0.5f;
            }
        }
        foreach (var mode in Enum.GetValues<TileMode>())
        {
            var c = (float[])old.Clone();
            fixed (float* pa = a, pb = b, pc = c)
            {
                // A by rows, as it lies in a matrix of k columns.
                MatrixTile.Run<float, V>(height, pa, k, 1, pb, width, pc, width, k, mode);
            }
            for (var i = 0; i < c.Length; i++)
            {
                var sum = mode == TileMode.Resume ? old[i] : 0;
                for (var p = 0; p < k; p++)
                {
                    sum = MathF.FusedMultiplyAdd(a[i / width * k + p], b[p * width + i % width], sum);
                }
                Assert.Equal(mode == TileMode.Add ? old[i] + sum : sum, c[i]);
            }
        }
    }
}
