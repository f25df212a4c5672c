using Thalweg.Kernels;

namespace Thalweg.Tests.Kernels;

public unsafe class MatrixVectorTests
{
    [Theory]
    [InlineData(3, 20)]
    [InlineData(37, 9)]
    [InlineData(100, 70)]
    public void Each_element_is_one_chain(int length, int depth)
    {
        Check<Lanes128<double>>(length, depth);
        Check<Lanes256<double>>(length, depth);
        Check<Lanes512<double>>(length, depth);
    }

    static void Check<V>(int length, int depth) where V : struct, ILanes<double, V>
    {
        var random = new Random(1);
        var x = Enumerable.Range(0, depth).Select(_ => random.NextDouble()).ToArray();
        var matrix = Enumerable.Range(0, length * depth).Select(_ => random.NextDouble()).ToArray();
        foreach (var turned in (bool[])[false, true])
        {
            var y = new double[length];
            fixed (double* px = x, pm = matrix, py = y)
            {
                var task = new MatrixVector<double, V> { X = px, Matrix = pm, Y = py, Line = turned ? depth : length, Length = length, Depth = depth, Turned = turned, Block = 32 };
                for (var piece = 0; piece * 32 < length; piece++)
                {
                    task.Run(piece);
                }
            }
            for (var j = 0; j < length; j++)
            {
                var sum = 0.0;
                for (var p = 0; p < depth; p++)
                {
                    sum = Math.FusedMultiplyAdd(x[p], matrix[turned ? j * depth + p : p * length + j], sum);
                }
                Assert.Equal(sum, y[j]);
            }
        }
    }
}
