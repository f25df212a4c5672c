using Thalweg.Kernels;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Ops;

public class BiasedConvolutionTests
{
    [Theory]
    [InlineData(3, 1)]
    [InlineData(3, 2)]
    [InlineData(1, 1)]
    public void The_bits_are_those_of_convolution_sum_and_activation(int size, int groups)
    {
        // Large enough for the plan to apply the activation in it.
        foreach (var type in (DType[])[DType.Float32, DType.Float64])
        {
            var (x, kernel, bias) = (Conv2DOpTests.Filled(3, 30, 30, 4).Cast(type), Conv2DOpTests.Filled(size, size, 4 / groups, 18).Cast(type), Conv2DOpTests.Filled(18).Cast(type));
            Tensor Run(Tensor t) => (t.Conv2D(kernel, padding: Padding.Same, groups: groups) + bias).Relu();
            Assert.Equal(Widths.Bytes(Run(x)).ToArray(), Widths.Bytes(Planned.Run(Run, x)).ToArray());
        }
    }

    [Fact]
    public void Two_with_the_same_setting_are_equal()
    {
        var setting = new Conv2DOp.Setting(new Window(3, 3, 1, 1, 1, 1, 1, 1), 1, 5, 5);
        Assert.Equal<Operation>(new BiasedConvolution<Identity>(setting, default), new BiasedConvolution<Identity>(setting, default));
    }
}
