namespace Thalweg.Tests.Contracts;

/// <summary>What every operation keeps that moves elements of one tensor: gradients of first and second order, every type, a trace.</summary>
public abstract class MoveContract
{
    /// <summary>The operation under test, with settings of the test's choice.</summary>
    protected abstract Tensor Run(Tensor x);

    /// <summary>An input that it takes.</summary>
    protected virtual Tensor Input => ((Tensor.Arange(24, DType.Float64) * 1.3).Sin() + 0.1).Reshape([2, 3, 4]);

    /// <summary>The places in the input that the output's elements come from; −1 for zero.</summary>
    protected abstract int[] Places { get; }

    [Fact]
    public void Elements_go_to_their_places_whatever_their_type()
    {
        foreach (var type in Enum.GetValues<DType>())
        {
            var x = type == DType.Bool ? (Input > 0.2) : type == DType.Int32 ? (Input * 100).Cast(type) : Input.Cast(type);
            var values = x.ToArray<double>();
            var y = Run(x);
            Assert.Equal(type, y.DType);
            Near.Equal(Places.Select(place => place < 0 ? 0 : values[place]).ToArray(), y, 0, type.ToString());
        }
    }

    [Fact]
    public void Gradient_and_second_derivative_agree_with_differences()
    {
        var first = Gradient.Check(Run, Input);
        Assert.True(first.RelativeError < 1e-6, first.ToString());
        var second = Gradient.Check(Gradient.Of(x => Run(x).Square() * Run(x)), Input);
        Assert.True(second.RelativeError < 1e-6, "second derivative: " + second);
    }

    [Fact]
    public void Traced_and_eager_give_the_same_bits()
    {
        Assert.Equal(Widths.Bytes(Run(Input)).ToArray(), Widths.Bytes(Planned.Run(Run, Input)).ToArray());
        var gradient = Gradient.Of(x => Run(x).Square());
        Assert.Equal(Widths.Bytes(gradient(Input)).ToArray(), Widths.Bytes(Planned.Run(gradient, Input)).ToArray());
    }
}
