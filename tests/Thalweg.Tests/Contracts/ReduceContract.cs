namespace Thalweg.Tests.Contracts;

/// <summary>What every reduction over axes keeps: an operation's test derives from this.</summary>
public abstract class ReduceContract
{
    /// <summary>The reduction under test.</summary>
    protected abstract Tensor Run(Tensor x, int[] axes, bool keepDims);

    /// <summary>The same of a list of numbers, written plainly.</summary>
    protected abstract double Plain(double[] values);

    /// <summary>The type of the result.</summary>
    protected virtual DType ResultOf(DType type) => type;

    /// <summary>What it gives for no elements; null where that is an error.</summary>
    protected virtual double? OfNothing => null;

    /// <summary>Whether the input is truth values in the tests.</summary>
    protected virtual bool IsLogical => false;

    Tensor Input(DType type = DType.Float64)
    {
        var x = ((Tensor.Arange(24, DType.Float64) * 1.7).Sin() * 2 + 0.3).Reshape([2, 3, 4]);
        return IsLogical ? (x > 0.8).Cast(type) : x.Cast(type);
    }

    [Theory]
    [InlineData(new int[0])]
    [InlineData(new[] { 0 })]
    [InlineData(new[] { 1 })]
    [InlineData(new[] { -1 })]
    [InlineData(new[] { 0, 2 })]
    [InlineData(new[] { 2, 1 })]
    [InlineData(new[] { 0, 1, 2 })]
    public void Values_and_shapes_are_those_of_the_plain_reduction(int[] axes)
    {
        var x = Input();
        var over = axes.Length == 0 ? [0, 1, 2] : axes.Select(axis => (axis + 3) % 3).ToArray();
        var groups = new SortedDictionary<string, List<double>>(StringComparer.Ordinal);
        var values = x.ToArray<double>();
        for (var i = 0; i < values.Length; i++)
        {
            int[] place = [i / 12, i / 4 % 3, i % 4];
            var key = string.Join(' ', place.Select((p, axis) => over.Contains(axis) ? 0 : p));
            (groups.TryGetValue(key, out var group) ? group : groups[key] = []).Add(values[i]);
        }
        var expected = groups.Values.Select(group => Plain([.. group])).ToArray();
        var (dropped, kept) = (Run(x, axes, false), Run(x, axes, true));
        Near.Equal(expected, dropped, 1e-13);
        Near.Equal(expected, kept, 1e-13);
        Assert.Equal([.. x.Shape.Where((_, axis) => !over.Contains(axis))], dropped.Shape);
        Assert.Equal([.. x.Shape.Select((length, axis) => over.Contains(axis) ? 1 : length)], kept.Shape);
        Assert.Equal(ResultOf(DType.Float64), dropped.DType);
    }

    [Fact]
    public void Long_axes_agree_with_the_plain_reduction()
    {
        foreach (var (rows, columns) in new[] { (5000, 3), (3, 5000), (1, 1), (129, 17) })
        {
            var x = ((Tensor.Arange(rows * columns, DType.Float64) * 0.37).Sin() * 0.01 + 1).Reshape([rows, columns]);
            var values = x.ToArray<double>();
            Near.Equal([.. Enumerable.Range(0, columns).Select(j => Plain([.. Enumerable.Range(0, rows).Select(i => values[i * columns + j])]))], Run(x, [0], false), 1e-11);
            Near.Equal([.. Enumerable.Range(0, rows).Select(i => Plain(values[(i * columns)..((i + 1) * columns)]))], Run(x, [1], false), 1e-11);
        }
    }

    [Fact]
    public void Axes_that_are_not_there_are_named()
    {
        var error = Assert.ThrowsAny<ArgumentException>(() => Run(Input(), [3], false));
        Assert.Contains("(2, 3, 4)", error.Message, StringComparison.Ordinal);
        Assert.ThrowsAny<ArgumentException>(() => Run(Input(), [0, -3], false));
    }

    [Fact]
    public void No_elements_give_the_identity_or_an_error()
    {
        if (OfNothing is { } identity)
        {
            Near.Equal([identity, identity, identity], Run(Tensor.Zeros([3, 0], DType.Float64), [1], false), 0);
        }
        else
        {
            Assert.Contains("(3, 0)", Assert.Throws<ArgumentException>(() => Run(Tensor.Zeros([3, 0]), [1], false)).Message, StringComparison.Ordinal);
        }
        Assert.Equal([0], Run(Tensor.Zeros([0, 3]), [1], false).Shape);
    }

    [Fact]
    public void Gradient_and_second_derivative_agree_with_differences()
    {
        if (!ResultOf(DType.Float64).IsFloating)
        {
            return;
        }
        foreach (var axes in (int[][])[[], [0], [2], [0, 2]])
        {
            Tensor F(Tensor x) => Run(x, axes, false);
            var first = Gradient.Check(F, Input());
            Assert.True(first.RelativeError < 1e-6, first.ToString());
            var second = Gradient.Check(Gradient.Of(x => (F(x) * F(x)).Sum()), Input());
            Assert.True(second.RelativeError < 1e-6, "second derivative: " + second);
        }
    }

    [Fact]
    public void A_single_number_is_its_own_reduction()
    {
        if (ResultOf(DType.Float64).IsFloating)
        {
            var x = Tensor.Scalar(IsLogical ? 1 : 1.3, DType.Float64);
            Near.Equal(Plain([x.Item()]), Run(x, [], false).Item(), 1e-15);
            Assert.True(Gradient.Check(t => Run(t, [], false), x).RelativeError < 1e-6 || double.IsNaN(Gradient.Of(t => Run(t, [], false))(x).Item()));
        }
    }

    [Fact]
    public void NaN_and_infinity_are_those_of_the_plain_reduction()
    {
        foreach (var odd in (double[][])[[1, double.NaN, 2], [1, double.PositiveInfinity, 2], [1, double.NegativeInfinity, 2], [double.PositiveInfinity, double.PositiveInfinity]])
        {
            foreach (var type in (DType[])[DType.Float32, DType.Float64])
            {
                Near.Equal(Plain(odd), Run(Tensor.From(odd).Cast(type), [], false).Item(), 1e-6, $"{type} of {string.Join(' ', odd)}");
            }
        }
    }

    [Fact]
    public void Every_vector_width_and_a_trace_give_the_same_bits()
    {
        foreach (var type in (DType[])[DType.Float32, DType.Float64])
        {
            var x = ((Tensor.Arange(70 * 61, DType.Float64) * 0.9).Sin() * 0.1 + 1).Reshape([70, 61]).Cast(type);
            foreach (var axes in (int[][])[[], [0], [1]])
            {
                Widths.AssertSameBits(() => Run(x, axes, false));
                Assert.Equal(Widths.Bytes(Run(x, axes, false)).ToArray(), Widths.Bytes(Planned.Run(input => Run(input, axes, false), x)).ToArray());
            }
        }
    }

    [Fact]
    public void Whole_numbers_and_truth_values_are_taken()
    {
        Assert.Equal(ResultOf(DType.Int32), Run(Tensor.Of(1, 0, 2), [], false).DType);
        Near.Equal(Plain([1, 0, 2]), Run(Tensor.Of(1, 0, 2), [], false).Item(), 1e-6);
        Near.Equal(Plain([1, 0, 1]), Run(Tensor.Of(true, false, true), [], false).Item(), 1e-6);
    }
}
