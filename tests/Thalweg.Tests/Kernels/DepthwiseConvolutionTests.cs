using Thalweg.Kernels;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Kernels;

[Collection(nameof(RandomSeed))]
public class DepthwiseConvolutionTests
{
    /// <summary>A window of its own for each channel is a convolution with as many groups.</summary>
    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(3, 2, 1)]
    [InlineData(19, 1, 2)]
    [InlineData(40, 2, 1)]
    public void Values_are_those_of_a_convolution_in_groups(int channels, int stride, int dilation)
    {
        var (places, before) = Window.Along(9, 3, stride, dilation, padded: true);
        var (image, window) = (new ImageShape(2, 9, 9, channels, places, places), new Window(3, 3, stride, stride, dilation, dilation, before, before));
        var random = new Random(2);
        float[] Numbers(int count) => [.. Enumerable.Range(0, count).Select(_ => random.NextSingle() - 0.5f)];
        var (x, kernel, dy) = (Numbers(162 * channels), Numbers(9 * channels), Numbers(2 * places * places * channels));
        var (y, dx, dk) = (new float[dy.Length], new float[x.Length], new float[kernel.Length]);
        Convolution.Forward<float>(image, window, channels, channels, x, kernel, y);
        Convolution.InputGradient<float>(image, window, channels, channels, dy, kernel, dx);
        Convolution.KernelGradient<float>(image, window, channels, channels, x, dy, dk);
        Widths.ForEach(how =>
        {
            var (ownY, ownDx, ownDk) = (new float[dy.Length], new float[x.Length], new float[kernel.Length]);
            DepthwiseConvolution.Forward<float>(image, window, x, kernel, ownY);
            DepthwiseConvolution.InputGradient<float>(image, window, dy, kernel, ownDx);
            DepthwiseConvolution.KernelGradient<float>(image, window, x, dy, ownDk);
            Near.Equal(Doubles(y), Doubles(ownY), 1e-5, how);
            Near.Equal(Doubles(dx), Doubles(ownDx), 1e-5, how);
            Near.Equal(Doubles(dk), Doubles(ownDk), 1e-5, how);
        });
    }

    static double[] Doubles(float[] numbers) => [.. numbers.Select(number => (double)number)];
}
