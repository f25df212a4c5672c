using Thalweg.Activations;
using Thalweg.Tests.Reference;

namespace Thalweg.Tests.Contracts;

/// <summary>What every activation along an axis keeps: Keras's recorded values and gradients, and gradients that agree with differences.</summary>
public abstract class AxisActivationContract
{
    /// <summary>Its name in Keras.</summary>
    protected abstract string Name { get; }

    /// <summary>One along an axis.</summary>
    protected abstract Activation Along(int axis);

    /// <summary>One along an axis that has Keras's numbers.</summary>
    protected virtual Activation AsKeras(int axis) => Along(axis);

    [Fact]
    public void Values_and_gradients_are_those_of_Keras()
    {
        var cases = ReferenceFile.Load("activations")["cases"].Items.Where(node => node["name"].Text == Name).ToArray();
        Assert.NotEmpty(cases);
        foreach (var node in cases)
        {
            var activation = AsKeras((int)node["args"].Number("axis", -1));
            var cotangent = node["cotangent"].Array.ToTensor();
            var x = node["x"].Array.ToTensor();
            Near.Equal(node["y"].Array.Data, activation.Apply(x), 1e-6, $"{activation} y");
            Near.Equal(node["dx"].Array.Data, Gradient.Of(t => activation.Apply(t) * cotangent)(x), 2e-6, $"{activation} dx");
        }
        Assert.Equal(Along(-1), (Activation)Name);
        Assert.Equal(Name, Along(-1).Name);
    }

    [Fact]
    public void Gradients_of_first_and_second_order_agree_with_differences()
    {
        var x = ((Tensor.Arange(24, DType.Float64) * 1.3).Sin() * 1.5).Reshape([4, 6]);
        foreach (var axis in (int[])[0, 1])
        {
            Tensor F(Tensor t) => Along(axis).Apply(t);
            var first = Gradient.Check(F, x);
            Assert.True(first.RelativeError < 1e-6, first.ToString());
            var second = Gradient.Check(Gradient.Of(t => F(t) * F(t)), x);
            Assert.True(second.RelativeError < 1e-6, "second derivative: " + second);
            Assert.Equal(Widths.Bytes(F(x)).ToArray(), Widths.Bytes(Planned.Run(F, x)).ToArray());
            Widths.AssertSameBits(() => F(x.Cast(DType.Float32)));
        }
    }

    [Fact]
    public void Scores_far_out_give_finite_values()
    {
        foreach (var type in (DType[])[DType.Float32, DType.Float64])
        {
            Assert.Equal(1, Along(-1).Apply(Tensor.Of(1e4, -1e4, 0, 1e4).Cast(type)).IsFinite().All().Item());
        }
    }
}
