using Thalweg.Kernels;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Kernels;

[Collection(nameof(RandomSeed))]
public class PoolingTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(37)]
    public void Positions_point_at_the_maxima_and_spreading_is_adjoint_to_the_mean(int channels)
    {
        var (image, window) = (new ImageShape(3, 9, 9, channels, 5, 5), new Window(3, 3, 2, 2, 1, 1, 1, 1));
        var random = new Random(5);
        var x = Enumerable.Range(0, 243 * channels).Select(_ => random.NextDouble() - 0.5).ToArray();
        var dy = Enumerable.Range(0, 75 * channels).Select(_ => random.NextDouble() - 0.5).ToArray();
        Widths.ForEach(how =>
        {
            var (y, positions, mean, dx) = (new double[dy.Length], new int[dy.Length], new double[dy.Length], new double[x.Length]);
            Pooling.Max<double>(image, window, x, y);
            Pooling.Positions<double>(image, window, x, positions);
            Assert.Equal(y, positions.Select(position => x[position]));
            Assert.Equal(positions.Select((_, i) => i % channels), positions.Select(position => position % channels));
            Pooling.Mean<double>(image, window, x, mean);
            Pooling.Spread<double>(image, window, dy, dx);
            Near.Equal(mean.Zip(dy, (a, b) => a * b).Sum(), x.Zip(dx, (a, b) => a * b).Sum(), 1e-12, how);
        });
    }
}
