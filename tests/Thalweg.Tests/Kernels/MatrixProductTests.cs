using Thalweg.Kernels;

namespace Thalweg.Tests.Kernels;

public class MatrixProductTests
{
    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public void Every_element_is_one_chain_of_fused_multiply_adds(bool transposeA, bool transposeB)
    {
        foreach (var (m, n, k) in new[] { (1, 1, 1), (5, 40, 3), (7, 19, 33), (12, 64, 16), (1, 70, 9), (30, 3, 20), (3, 2, 0) })
        {
            var a = Enumerable.Range(0, m * k).Select(i => MathF.Sin(i * 0.7f)).ToArray();
            var b = Enumerable.Range(0, k * n).Select(i => MathF.Cos(i * 0.3f)).ToArray();
            var c = new float[m * n];
            Array.Fill(c, float.NaN);
            MatrixProduct.Run<float>(a, b, c, m, n, k, transposeA, transposeB);
            for (var i = 0; i < m; i++)
            {
                for (var j = 0; j < n; j++)
                {
                    var chain = 0f;
                    for (var p = 0; p < k; p++)
                    {
                        chain = MathF.FusedMultiplyAdd(transposeA ? a[p * m + i] : a[i * k + p], transposeB ? b[j * k + p] : b[p * n + j], chain);
                    }
                    Assert.Equal(chain, c[i * n + j]);
                }
            }
        }
    }
}
