using System.Numerics;
using Thalweg.Kernels;

namespace Thalweg.Tests.Kernels;

public class ElementwiseTests
{
    [Fact]
    public void Every_length_reads_and_writes_its_elements_alone()
    {
        for (var length = 0; length <= 256; length++)
        {
            var x = Enumerable.Range(0, length).Select(i => i + 0.5f).ToArray();
            var y = new float[length + 8];
            Array.Fill(y, -1);
            Elementwise.Map(default(Double), x, y.AsSpan(0, length));
            Assert.Equal(x.Select(v => v * 2), y[..length]);
            Assert.All(y[length..], v => Assert.Equal(-1, v));
            Array.Fill(y, -1);
            Elementwise.Zip(default(Add), x, x, y.AsSpan(0, length));
            Assert.Equal(x.Select(v => v * 2), y[..length]);
            Assert.All(y[length..], v => Assert.Equal(-1, v));
            if (length > 0)
            {
                Elementwise.Zip(default(Add), x, [3f], y.AsSpan(0, length));
                Assert.Equal(x.Select(v => v + 3), y[..length]);
                Elementwise.Zip(default(Add), [3f], x, y.AsSpan(0, length));
                Assert.Equal(x.Select(v => v + 3), y[..length]);
                var mask = new bool[length];
                Elementwise.Compare(default(Less), x, [3f], mask);
                Assert.Equal(x.Select(v => v < 3), mask);
            }
        }
    }

    [Fact]
    public void A_span_may_be_its_own_result()
    {
        var x = Enumerable.Range(0, 37).Select(i => (double)i).ToArray();
        Elementwise.Map(default(Double), x, x);
        Assert.Equal(Enumerable.Range(0, 37).Select(i => 2.0 * i), x);
    }

    readonly struct Double : IUnaryKernel
    {
        public V Run<T, V>(V x) where T : unmanaged, INumber<T> where V : struct, ILanes<T, V> => x + x;
    }

    readonly struct Add : IBinaryKernel
    {
        public V Run<T, V>(V a, V b) where T : unmanaged, INumber<T> where V : struct, ILanes<T, V> => a + b;
    }

    readonly struct Less : IBinaryKernel
    {
        public V Run<T, V>(V a, V b) where T : unmanaged, INumber<T> where V : struct, ILanes<T, V> => V.Less(a, b);
    }
}
