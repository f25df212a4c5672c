using Thalweg.Kernels;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Kernels;

[Collection(nameof(RandomSeed))]
public class ConvolutionTests
{
    /// <summary>Many tiles, several parts of the kernel's gradient, images that share windows: ⟨y, dy⟩ = ⟨x, dx⟩ = ⟨kernel, dk⟩.</summary>
    [Theory]
    [InlineData(5, 1)]
    [InlineData(40, 4)]
    public void The_two_gradients_are_adjoint_to_the_product(int channels, int groups)
    {
        var (image, window, filters) = (new ImageShape(3, 17, 15, channels, 9, 8), new Window(3, 3, 2, 2, 1, 1, 1, 1), 8);
        var random = new Random(2);
        double[] Numbers(int count) => [.. Enumerable.Range(0, count).Select(_ => random.NextDouble() - 0.5)];
        var (x, kernel, dy) = (Numbers(3 * 17 * 15 * channels), Numbers(9 * channels / groups * filters), Numbers(3 * 72 * filters));
        var (y, dx, dk) = (new double[dy.Length], new double[x.Length], new double[kernel.Length]);
        Widths.ForEach(how =>
        {
            Convolution.Forward<double>(image, window, filters, groups, x, kernel, y);
            Convolution.InputGradient<double>(image, window, filters, groups, dy, kernel, dx);
            Convolution.KernelGradient<double>(image, window, filters, groups, x, dy, dk);
            var product = y.Zip(dy, (a, b) => a * b).Sum();
            Near.Equal(product, x.Zip(dx, (a, b) => a * b).Sum(), 1e-12, how);
            Near.Equal(product, kernel.Zip(dk, (a, b) => a * b).Sum(), 1e-12, how);
        });
    }
}
