using System.Numerics;
using Thalweg.Kernels;

namespace Thalweg.Tests.Kernels;

public unsafe class RowLoopTests
{
    readonly struct Reversed : IRowKernel
    {
        public static void Run<T, V>(T* x, T* y, int length) where T : unmanaged, INumber<T> where V : struct, ILanes<T, V>
        {
            for (var i = 0; i < length; i++)
            {
                y[i] = x[length - 1 - i];
            }
        }

        public static void RunShort<T, V>(T* x, T* y, int rows, int length) where T : unmanaged, INumber<T> where V : struct, ILanes<T, V>
        {
            for (var i = 0; i < rows; i++)
            {
                Run<T, V>(x + i * length, y + i * length, length);
            }
        }
    }

    [Theory]
    [InlineData(1, 5)]
    [InlineData(5000, 7)]
    [InlineData(1000, 50)]
    [InlineData(3, 20000)]
    public void Every_row_is_done(int rows, int length)
    {
        var x = Enumerable.Range(0, rows * length).ToArray();
        Contracts.Widths.ForEach(_ =>
        {
            var y = new int[x.Length];
            RowLoop.Run<int, Reversed>(x, y, length);
            for (var i = 0; i < y.Length; i++)
            {
                Assert.Equal(i / length * length + length - 1 - i % length, y[i]);
            }
        });
    }

    [Fact]
    public void Nothing_may_be_there() => RowLoop.Run<int, Reversed>([], [], 0);
}
