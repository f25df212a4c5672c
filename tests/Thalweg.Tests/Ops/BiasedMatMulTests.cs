using Thalweg.Kernels;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Ops;

public class BiasedMatMulTests
{
    [Fact]
    public void The_bits_are_those_of_product_and_sum()
    {
        var (a, b, bias) = (Tensor.RandomNormal([5, 4], stream: new RandomStream(1)), Tensor.RandomNormal([4, 3], stream: new RandomStream(2)), Tensor.Of(1f, 2, 3));
        Near.Equal(a.MatMul(b) + bias, new BiasedMatMul<Identity>(false, false, default).Apply([5, 3], DType.Float32, a, b, bias));
        Near.Equal(a.MatMul(b) + bias, new BiasedMatMul<Identity>(true, true, default).Apply([5, 3], DType.Float32, a.Transpose(), b.Transpose(), bias));
        Assert.Equal<Operation>(new BiasedMatMul<Identity>(true, false, default), new BiasedMatMul<Identity>(true, false, default));
    }
}
