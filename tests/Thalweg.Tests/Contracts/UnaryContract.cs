namespace Thalweg.Tests.Contracts;

/// <summary>What every function of one number keeps: an operation's or an activation's test derives from this.</summary>
public abstract class UnaryContract
{
    static readonly double[] Ordinary = [-3.3, -2.1, -1.7, -0.9, -0.33, 0.21, 0.77, 1.6, 2.4, 3.1];

    /// <summary>The function under test.</summary>
    protected abstract Tensor Run(Tensor x);

    /// <summary>The same function of one number, written plainly.</summary>
    protected abstract double Plain(double x);

    /// <summary>Points away from kinks and poles.</summary>
    protected virtual double[] Points => Ordinary;

    /// <summary>Whether the function is of floating-point numbers only, so that whole numbers become Float32.</summary>
    protected virtual bool MakesFloating => true;

    /// <summary>Whether gradients flow.</summary>
    protected virtual bool HasGradient => true;

    /// <summary>Inputs far out, where the value must be that of the plain function.</summary>
    protected virtual double[] Far => [-1e4, 1e4, 0];

    /// <summary>Whether not a number in gives not a number out.</summary>
    protected virtual bool KeepsNaN => true;

    Tensor Input(DType type, Shape? shape = null) => Tensor.From(Points, [.. shape ?? [Points.Length]]).Cast(type);

    [Fact]
    public void Values_are_those_of_the_plain_function()
    {
        var expected = Points.Select(Plain).ToArray();
        Near.Equal(expected, Run(Input(DType.Float64)), 1e-14, "Float64");
        Near.Equal(Points.Select(x => Plain((float)x)).ToArray(), Run(Input(DType.Float32)), 1e-6, "Float32");
    }

    [Fact]
    public void Values_far_out_are_those_of_the_plain_function()
    {
        Near.Equal(Far.Select(Plain).ToArray(), Run(Tensor.From(Far)), 1e-13, "Float64");
        Near.Equal(Far.Select(x => (double)(float)Plain((float)x)).ToArray(), Run(Tensor.From(Far).Cast(DType.Float32)), 1e-6, "Float32");
    }

    [Fact]
    public void Gradients_at_the_edge_of_the_type_are_finite_where_values_are()
    {
        if (!HasGradient)
        {
            return;
        }
        foreach (var type in (DType[])[DType.Float32, DType.Float64])
        {
            var x = Tensor.Of(-1e4, 1e4, type == DType.Float32 ? -3e38 : -1e308, type == DType.Float32 ? 3e38 : 1e308).Cast(type);
            var (value, gradient) = Gradient.ValueAndGradient(Run)(x);
            var (y, dx) = (value.ToArray<double>(), gradient.ToArray<double>());
            for (var i = 0; i < y.Length; i++)
            {
                Assert.False(double.IsFinite(y[i]) && double.IsNaN(dx[i]), $"{type}: the gradient at {x[i]} is NaN, though the value is {y[i]}");
            }
        }
    }

    [Fact]
    public void Gradient_and_second_derivative_agree_with_differences()
    {
        if (!HasGradient)
        {
            Assert.All(Gradient.Of(Run)(Input(DType.Float64)).ToArray<double>(), dx => Assert.Equal(0, dx));
            return;
        }
        var first = Gradient.Check(Run, Input(DType.Float64));
        Assert.True(first.RelativeError < 1e-6, first.ToString());
        var second = Gradient.Check(Gradient.Of(Run), Input(DType.Float64));
        Assert.True(second.RelativeError < 1e-6, "second derivative: " + second);
    }

    [Fact]
    public void Shape_and_type_stay()
    {
        foreach (var shape in (Shape[])[[Points.Length], [1, Points.Length], [Points.Length, 1], [Points.Length, 1, 1]])
        {
            Assert.Equal(shape, Run(Input(DType.Float64, shape)).Shape);
        }
        Assert.Equal(DType.Float64, Run(Input(DType.Float64)).DType);
        Assert.Equal(DType.Float32, Run(Input(DType.Float32)).DType);
        Assert.Equal(Shape.Scalar, Run(Tensor.Scalar(Points[0])).Shape);
        Assert.Equal([0, 3], Run(Tensor.Zeros([0, 3])).Shape);
    }

    [Fact]
    public void Whole_numbers_are_taken()
    {
        var y = Run(Tensor.Of(1, 2, 3));
        Assert.Equal(MakesFloating ? DType.Float32 : DType.Int32, y.DType);
        Near.Equal([Plain(1), Plain(2), Plain(3)], y, 1e-6);
    }

    [Fact]
    public void NaN_goes_through()
    {
        foreach (var type in (DType[])[DType.Float32, DType.Float64])
        {
            Assert.Equal(KeepsNaN, double.IsNaN(Run(Tensor.Of(double.NaN).Cast(type))[0].Item()));
        }
    }

    [Fact]
    public void Every_length_and_vector_width_gives_the_same_bits()
    {
        var many = Tensor.From(Enumerable.Range(0, 67).Select(i => Points[i % Points.Length] * (1 - i * 1e-3)).ToArray());
        foreach (var type in (DType[])[DType.Float32, DType.Float64])
        {
            var x = many.Cast(type);
            Widths.AssertSameBits(() => Run(x));
            var whole = Run(x);
            for (var length = 1; length < 40; length++)
            {
                Assert.Equal(Widths.Bytes(whole[..length]).ToArray(), Widths.Bytes(Run(x[..length])).ToArray());
            }
        }
    }

    [Fact]
    public void Traced_and_eager_give_the_same_bits()
    {
        foreach (var type in (DType[])[DType.Float32, DType.Float64])
        {
            var x = Input(type);
            Assert.Equal(Widths.Bytes(Run(x)).ToArray(), Widths.Bytes(Planned.Run(Run, x)).ToArray());
            var gradient = Gradient.Of(Run);
            Assert.Equal(Widths.Bytes(gradient(x)).ToArray(), Widths.Bytes(Planned.Run(gradient, x)).ToArray());
        }
    }
}
