using Thalweg.Plans;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Plans;

public class FusedOperationTests
{
    [Fact]
    public void Every_size_around_vectors_tiles_and_parts_gives_the_eager_bits()
    {
        foreach (var size in (int[])[1, 2, 7, 15, 16, 17, 63, 511, 512, 513, 32767, 32768, 32769, 70001])
        {
            var x = (Tensor.Arange(size, DType.Float64) * 0.37).Sin().Cast(DType.Float32);
            Tensor F(Tensor t) => (t * 1.7 - 0.3).Tanh() * t + t.Exp();
            Assert.True(Widths.Bytes(F(x)).SequenceEqual(Widths.Bytes(Planned.Run(F, x))), $"{size} elements");
        }
    }

    [Fact]
    public void Rows_columns_and_numbers_are_stretched()
    {
        foreach (var (rows, columns) in new[] { (1, 1), (3, 1), (1, 5), (30, 3), (5, 700), (2, 40000) })
        {
            var x = (Tensor.Arange(rows * columns, DType.Float64) * 0.37).Sin().Reshape([rows, columns]);
            Tensor F(Tensor t) => (t - t[.., ..1]) * (t[0] + 2) / t[0, 0] + t.Sum();
            Assert.True(Widths.Bytes(F(x)).SequenceEqual(Widths.Bytes(Planned.Run(F, x))), $"{rows} × {columns}");
        }
    }

    [Fact]
    public void Truth_values_come_from_memory_and_go_there()
    {
        var x = (Tensor.Arange(37, DType.Float64) * 0.9).Sin();
        var mask = x > 0.3;
        var plan = Plan.For(inputs => [Tensor.Where(inputs[1], inputs[0] * 2, 7), inputs[0] < 0.1, Tensor.Where(inputs[1][0], inputs[0], -inputs[0])], x, mask);
        for (var run = 0; run < 20; run++)
        {
            var results = plan.Run(x, mask);
            Near.Equal(Tensor.Where(mask, x * 2, 7), results[0]);
            Near.Equal(x < 0.1, results[1]);
            Near.Equal(-x, results[2]);
        }
    }
}
