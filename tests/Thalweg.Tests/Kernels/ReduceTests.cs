using System.Numerics;
using Thalweg.Kernels;

namespace Thalweg.Tests.Kernels;

public class ReduceTests
{
    [Fact]
    public void Every_length_sums_its_elements_alone()
    {
        for (var length = 0; length < 700; length++)
        {
            var x = Enumerable.Range(1, length).Select(i => (double)i).ToArray();
            Assert.Equal(length * (length + 1) / 2.0, Reduce.Row<double, Sum>(x));
        }
    }

    [Fact]
    public void Columns_are_summed_one_by_one()
    {
        foreach (var (rows, columns) in new[] { (0, 3), (1, 1), (31, 2), (32, 5), (33, 17), (1000, 3) })
        {
            var y = new double[columns];
            Reduce.Columns<double, Sum>(Enumerable.Range(0, rows * columns).Select(i => (double)i).ToArray(), y);
            Assert.Equal(Enumerable.Range(0, columns).Select(j => Enumerable.Range(0, rows).Sum(i => (double)(i * columns + j))), y);
        }
    }

    readonly struct Sum : IReduceKernel
    {
        public static T Identity<T>() where T : unmanaged, INumber<T> => T.Zero;

        public static V Combine<T, V>(V a, V b) where T : unmanaged, INumber<T> where V : struct, ILanes<T, V> => a + b;

        public static T Combine<T>(T a, T b) where T : unmanaged, INumber<T> => a + b;
    }
}
