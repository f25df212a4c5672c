using System.Numerics;
using Thalweg.Kernels;

namespace Thalweg.Tests.Kernels;

public class ElementwiseWorkTests
{
    readonly struct Twice : IUnaryKernel
    {
        public V Run<T, V>(V x) where T : unmanaged, INumber<T> where V : struct, ILanes<T, V> => x + x;
    }

    readonly struct Minus : IBinaryKernel
    {
        public V Run<T, V>(V a, V b) where T : unmanaged, INumber<T> where V : struct, ILanes<T, V> => a - b;
    }

    [Theory]
    [InlineData(ElementwiseWork.WorthSharing)]
    [InlineData(ElementwiseWork.WorthSharing + 12345)]
    public void Long_spans_are_done_whole(int length)
    {
        var x = Enumerable.Range(0, length).ToArray();
        Contracts.Widths.ForEach(_ =>
        {
            var y = new int[length];
            Elementwise.Map(new Twice(), x, y);
            Assert.Equal(x.Select(i => 2 * i), y);
            Elementwise.Zip(new Minus(), y, x, y);
            Assert.Equal(x, y);
            Elementwise.Zip(new Minus(), x, (int[])[3], y);
            Assert.Equal(x.Select(i => i - 3), y);
            Elementwise.Zip(new Minus(), (int[])[3], x, y);
            Assert.Equal(x.Select(i => 3 - i), y);
        });
    }
}
