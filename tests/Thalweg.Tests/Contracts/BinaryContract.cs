namespace Thalweg.Tests.Contracts;

/// <summary>What every function of two numbers keeps: an operation's test derives from this.</summary>
public abstract class BinaryContract
{
    static readonly double[] Left = [1.2, 0.7, 2.5, 1.9, 0.4, 3.1];
    static readonly double[] Right = [0.9, 1.8, 0.6, 2.2, 1.3, 0.5];

    /// <summary>The function under test.</summary>
    protected abstract Tensor Run(Tensor a, Tensor b);

    /// <summary>The same function of two numbers, written plainly.</summary>
    protected abstract double Plain(double a, double b);

    /// <summary>The type of the result for operands of one type.</summary>
    protected virtual DType ResultOf(DType type) => type;

    /// <summary>The tolerance in Float64.</summary>
    protected virtual double Tolerance => 1e-15;

    static Tensor A(DType type = DType.Float64) => Tensor.From(Left, 2, 3).Cast(type);

    static Tensor B(DType type = DType.Float64) => Tensor.From(Right, 2, 3).Cast(type);

    [Fact]
    public void Values_are_those_of_the_plain_function()
    {
        Near.Equal(Left.Zip(Right, Plain).ToArray(), Run(A(), B()), Tolerance, "Float64");
        Near.Equal(Left.Zip(Right, (a, b) => Plain((float)a, (float)b)).ToArray(), Run(A(DType.Float32), B(DType.Float32)), 1e-6, "Float32");
        Assert.Equal(DType.Float64, ResultOf(DType.Float64) == DType.Bool ? DType.Float64 : Run(A(), B()).DType);
    }

    [Theory]
    [InlineData(DType.Int32, DType.Int32, DType.Int32)]
    [InlineData(DType.Int32, DType.Float32, DType.Float32)]
    [InlineData(DType.Float32, DType.Float64, DType.Float64)]
    [InlineData(DType.Bool, DType.Float32, DType.Float32)]
    public void Types_are_promoted(DType a, DType b, DType common) =>
        Assert.Equal(ResultOf(common), Run(Tensor.Ones([2], a), Tensor.Ones([2], b)).DType);

    [Theory]
    [InlineData(new[] { 2, 3 }, new[] { 3 })]
    [InlineData(new[] { 2, 3 }, new[] { 2, 1 })]
    [InlineData(new[] { 2, 1 }, new[] { 1, 3 })]
    [InlineData(new[] { 4, 1, 3 }, new[] { 2, 1 })]
    [InlineData(new[] { 2, 3 }, new int[0])]
    [InlineData(new[] { 1 }, new[] { 5, 1, 2 })]
    [InlineData(new[] { 0, 3 }, new[] { 1, 3 })]
    public void Operands_broadcast_as_in_NumPy(int[] left, int[] right)
    {
        Tensor Filled(int[] shape, double from) => (Tensor.Arange(new Shape(shape).Size, DType.Float64) * 0.3 + from).Reshape(shape);
        foreach (var (sa, sb) in new[] { (left, right), (right, left) })
        {
            var (a, b) = (Filled(sa, 0.7), Filled(sb, 1.1));
            var shape = Shape.Broadcast(sa, sb);
            var y = Run(a, b);
            Assert.Equal(shape, y.Shape);
            var (fullA, fullB) = (a.BroadcastTo(shape).ToArray<double>(), b.BroadcastTo(shape).ToArray<double>());
            Near.Equal(fullA.Zip(fullB, Plain).ToArray(), y, Tolerance);
        }
    }

    [Fact]
    public void Shapes_that_do_not_fit_are_named()
    {
        var error = Assert.Throws<ArgumentException>(() => Run(Tensor.Ones([2, 3]), Tensor.Ones([4, 3])));
        Assert.Contains("(2, 3)", error.Message, StringComparison.Ordinal);
        Assert.Contains("(4, 3)", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Gradients_and_second_derivatives_agree_with_differences()
    {
        if (ResultOf(DType.Float64) == DType.Bool)
        {
            return;
        }
        foreach (var (what, f, x) in new (string, Func<Tensor, Tensor>, Tensor)[]
        {
            ("by a", a => Run(a, B()), A()), ("by b", b => Run(A(), b), B()),
            ("by a row", a => Run(a, B()), A()[0]), ("by a column", b => Run(A(), b), B()[.., ..1]),
            ("by a number", b => Run(A(), b), Tensor.Scalar(1.45, DType.Float64)), ("by both", x => Run(x, x * x + 0.1), A()),
        })
        {
            var first = Gradient.Check(f, x);
            Assert.True(first.RelativeError < 1e-6, $"{what}: {first}");
            var second = Gradient.Check(Gradient.Of(f), x);
            Assert.True(second.RelativeError < 1e-6, $"{what}, second derivative: {second}");
        }
    }

    [Fact]
    public void NaN_and_infinity_go_through_as_in_the_plain_function()
    {
        double[] odd = [double.NaN, double.PositiveInfinity, double.NegativeInfinity, 0, 1];
        foreach (var type in (DType[])[DType.Float32, DType.Float64])
        {
            foreach (var a in odd)
            {
                Near.Equal(odd.Select(b => Plain(a, b)).ToArray(), Run(Tensor.Scalar(a, type), Tensor.From(odd).Cast(type)), 0, $"{type} {a} with NaN, ∞, −∞, 0, 1");
            }
        }
    }

    [Fact]
    public void Every_vector_width_and_a_trace_give_the_same_bits()
    {
        foreach (var type in (DType[])[DType.Float32, DType.Float64])
        {
            var (a, b) = ((Tensor.Arange(3 * 37, DType.Float64) * 0.01 + 0.3).Reshape([3, 37]).Cast(type), (Tensor.Arange(37, DType.Float64) * 0.02 + 0.4).Cast(type));
            Widths.AssertSameBits(() => Run(a, b));
            Assert.Equal(Widths.Bytes(Run(a, b)).ToArray(), Widths.Bytes(Planned.Run(x => Run(x, b), a)).ToArray());
        }
    }
}
