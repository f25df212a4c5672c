using System.Numerics;
using Thalweg.Kernels;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Kernels;

/// <summary>Every path, width and number of threads against the plain definition, to the last bit.</summary>
public class MatrixProductTests
{
    public static TheoryData<int, int, int> Shapes =>
    [
        (0, 3, 2), (3, 0, 2), (3, 4, 0), (1, 1, 1), (1, 5, 3), (5, 1, 3), (2, 3, 4), (4, 8, 3), (30, 8, 4), (7, 33, 5),
        (13, 31, 17), (11, 64, 20), (12, 65, 1), (1, 70, 65), (1, 131, 9), (70, 1, 65), (33, 1, 100), (200, 1, 71), (1, 300, 300), (300, 1, 300),
        (30, 64, 64), (97, 100, 40), (170, 75, 30), (23, 40, 1100), (161, 33, 700), (200, 210, 90),
    ];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Every_element_is_one_chain_of_fused_multiply_adds(int m, int n, int k)
    {
        Check<float>(m, n, k, MathF.FusedMultiplyAdd);
        Check<double>(m, n, k, Math.FusedMultiplyAdd);
        Check<int>(m, n, k, (a, b, c) => a * b + c);
    }

    [Theory]
    [InlineData(9, 35, 4200)]       // deeper than packing has room for
    [InlineData(2, 1100, 4097)]     // and wider
    [InlineData(70, 3, 4097)]       // and turned
    public void Operands_that_do_not_fit_are_worked_on_by_parts(int m, int n, int k)
    {
        var shape = new MatrixShape(m, n, k, false, true);
        var (a, b) = (Numbers<float>(m * k, 1), Numbers<float>(n * k, 2));
        var expected = Expected(shape, a, b, MathF.FusedMultiplyAdd);
        var c = new float[m * n];
        MatrixProduct.Run<float>(a, b, c, m, n, k, false, true);
        Assert.Equal(expected, c);
    }

    [Theory]
    [InlineData(5, 6, 3)]
    [InlineData(30, 40, 33)]
    [InlineData(1, 40, 20)]
    [InlineData(40, 1, 20)]
    [InlineData(40, 3, 20)]         // by way of the transpose
    [InlineData(4, 64, 40)]
    [InlineData(30, 256, 64)]
    [InlineData(13, 33, 600)]
    public void Bias_activation_and_accumulation_are_those_of_separate_operations(int m, int n, int k)
    {
        var shape = new MatrixShape(m, n, k);
        var (a, b, bias, old) = (Numbers<float>(m * k, 1), Numbers<float>(k * n, 2), Numbers<float>(n, 3), Numbers<float>(m * n, 4));
        var product = Expected(shape, a, b, MathF.FusedMultiplyAdd);
        var sum = product.Select((x, i) => old[i] + x).ToArray();
        var biased = sum.Select((x, i) => x + bias[i % n]).ToArray();
        var positive = product.Select((x, i) => Math.Max(x + bias[i % n], 0)).ToArray();
        Widths.ForEach(where =>
        {
            var c = (float[])old.Clone();
            MatrixProduct.Run(shape, a, b, c, default, true, default(Identity));
            Assert.True(sum.SequenceEqual(c), $"accumulate: {where}");

            c = (float[])old.Clone();
            MatrixProduct.Run(shape, a, b, c, bias, true, default(Identity));
            Assert.True(biased.SequenceEqual(c), $"accumulate and bias: {where}");

            MatrixProduct.Run(shape, a, b, c, bias, false, default(Positive));
            Assert.True(positive.SequenceEqual(c), $"bias and activation: {where}");
        });
    }

    [Fact]
    public void Matrices_may_be_parts_of_larger_ones()
    {
        var (a, b, kept) = (Numbers<float>(50 * 50, 1), Numbers<float>(50 * 50, 2), Numbers<float>(50 * 50, 3));
        foreach (var (m, n) in ((int, int)[])[(7, 9), (1, 40), (12, 1)])
        {
            foreach (var (ta, tb) in Transpositions)
            {
                var shape = new MatrixShape(m, n, 11, ta, tb) { LineA = 45, LineB = 42, LineC = 47 };
                var expected = (float[])kept.Clone();
                Expected(shape, a, b, MathF.FusedMultiplyAdd, expected);
                Widths.ForEach(where =>
                {
                    var c = (float[])kept.Clone();
                    MatrixProduct.Run(shape, a, b, c, default, false, default(Identity));
                    Assert.True(expected.SequenceEqual(c), $"{shape}: {where}");
                });
            }
        }
    }

    [Fact]
    public void Nothing_is_allocated_once_scratch_is_there() => Widths.Alone(() =>
    {
        var (a, b, c) = (Numbers<float>(200 * 200, 1), Numbers<float>(200 * 200, 2), new float[200 * 200]);
        void All()
        {
            MatrixProduct.Run<float>(a, b, c, 200, 200, 200, false, true);
            MatrixProduct.Run<float>(a, b, c, 30, 190, 200, true, false);
            MatrixProduct.Run<float>(a, b, c, 1, 200, 200, false, true);
        }
        All();
        var before = GC.GetAllocatedBytesForCurrentThread();
        All();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    });

    static readonly (bool, bool)[] Transpositions = [(false, false), (false, true), (true, false), (true, true)];

    readonly struct Positive : IUnaryKernel
    {
        public V Run<T, V>(V x) where T : unmanaged, INumber<T> where V : struct, ILanes<T, V> => V.Max(x, V.Of(0.0));
    }

    static void Check<T>(int m, int n, int k, Func<T, T, T, T> fma) where T : unmanaged, INumber<T>
    {
        var (a, b) = (Numbers<T>(m * k, 1), Numbers<T>(k * n, 2));
        foreach (var (ta, tb) in Transpositions)
        {
            var expected = Expected(new MatrixShape(m, n, k, ta, tb), a, b, fma);
            Widths.ForEach(where =>
            {
                var c = Numbers<T>(m * n, 3);
                MatrixProduct.Run<T>(a, b, c, m, n, k, ta, tb);
                Assert.True(expected.SequenceEqual(c), $"{typeof(T).Name}, transposed {ta}, {tb}: {where}");
            });
        }
    }

    static T[] Expected<T>(MatrixShape shape, T[] a, T[] b, Func<T, T, T, T> fma, T[]? c = null) where T : unmanaged, INumber<T>
    {
        c ??= new T[shape.Rows * shape.Columns];
        for (var i = 0; i < shape.Rows; i++)
        {
            for (var j = 0; j < shape.Columns; j++)
            {
                var sum = T.Zero;
                for (var p = 0; p < shape.Depth; p++)
                {
                    sum = fma(
                        a[shape.TransposeA ? p * shape.LineA + i : i * shape.LineA + p],
                        b[shape.TransposeB ? j * shape.LineB + p : p * shape.LineB + j],
                        sum);
                }
                c[i * shape.LineC + j] = sum;
            }
        }
        return c;
    }

    static T[] Numbers<T>(int length, int seed) where T : unmanaged, INumber<T>
    {
        var random = new Random(seed);
        var numbers = new T[length];
        for (var i = 0; i < length; i++)
        {
            numbers[i] = typeof(T) == typeof(int) ? T.CreateTruncating(random.Next(-9, 10)) : T.CreateTruncating(random.NextDouble() - 0.5);
        }
        return numbers;
    }
}
