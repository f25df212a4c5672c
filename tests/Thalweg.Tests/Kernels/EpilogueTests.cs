using System.Numerics;
using Thalweg.Kernels;

namespace Thalweg.Tests.Kernels;

public unsafe class EpilogueTests
{
    readonly struct Twice : IUnaryKernel
    {
        public V Run<T, V>(V x) where T : unmanaged, INumber<T> where V : struct, ILanes<T, V> => x + x;
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(7)]
    public void Bias_comes_before_the_activation_and_columns_beyond_stay(int width)
    {
        var c = Enumerable.Range(0, 3 * 10).Select(i => (float)i).ToArray();
        var bias = Enumerable.Range(1, width).Select(i => 100f * i).ToArray();
        fixed (float* pc = c, pBias = bias)
        {
            Epilogue.Run<float, Lanes128<float>, Twice>(default, pBias, pc, 10, 3, width);
        }
        for (var i = 0; i < c.Length; i++)
        {
            Assert.Equal(i % 10 < width ? 2 * (i + bias[i % 10]) : i, c[i]);
        }
    }

    [Fact]
    public void Without_either_nothing_happens()
    {
        var c = new float[] { 1, 2 };
        fixed (float* pc = c)
        {
            Epilogue.Run<float, Lanes128<float>, Identity>(default, null, pc, 2, 1, 2);
        }
        Assert.Equal([1, 2], c);
    }
}
