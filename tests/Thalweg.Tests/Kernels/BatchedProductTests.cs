using Thalweg.Kernels;

namespace Thalweg.Tests.Kernels;

[Collection(nameof(RandomSeed))]
public class BatchedProductTests
{
    [Theory]
    [InlineData(3, 5, 2)]           // too little to share
    [InlineData(40, 30, 20)]        // pairs are shared
    [InlineData(100, 90, 80)]       // each product is
    public void Every_pair_of_a_broadcast_batch_is_the_single_product(int m, int n, int k)
    {
        var random = new Random(1);
        float[] Numbers(int count) => [.. Enumerable.Range(0, count).Select(_ => random.NextSingle())];
        // (3, 1) matrices by (4) gives (3, 4) of them.
        var (a, b) = (Numbers(3 * m * k), Numbers(4 * k * n));
        var shape = new MatrixShape(m, n, k);
        Contracts.Widths.ForEach(_ =>
        {
            var c = new float[12 * m * n];
            BatchedProduct.Run(shape, new BroadcastLoop([3, 4], [3, 1], [4]), a, b, c);
            var one = new float[m * n];
            for (var i = 0; i < 12; i++)
            {
                MatrixProduct.Run<float>(a.AsSpan(i / 4 * m * k, m * k), b.AsSpan(i % 4 * k * n, k * n), one, m, n, k, false, false);
                Assert.Equal(one, c[(i * m * n)..((i + 1) * m * n)]);
            }
        });
    }
}
