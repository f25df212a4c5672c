using Thalweg.Layers;
using Thalweg.Tests.Contracts;
using Thalweg.Tests.Reference;

namespace Thalweg.Tests.Layers;

public class ConvolutionLayerTests
{
    [Fact]
    public void Strides_and_dilation_do_not_go_together()
    {
        var layer = new Conv2D(2, 3) { Strides = [2, 1], DilationRate = [1, 2] };
        Assert.Contains("strides (2, 1) and dilation rates (1, 2)", Assert.Throws<ArgumentException>(() => layer.BuildFor([Shape.Unknown, 9, 9, 1])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Lengths_that_are_not_known_stay_unknown() =>
        Assert.Equal([Shape.Unknown, Shape.Unknown, 3, 2], new Conv2D(2, 3) { Strides = [2] }.OutputShape([Shape.Unknown, Shape.Unknown, 8, 1]));

    [Fact]
    public void A_bias_is_added_to_each_filter_and_penalised()
    {
        var layer = new Conv2D(2, 1) { KernelInitializer = "zeros", BiasInitializer = "ones", BiasRegularizer = "l1" };
        Near.Equal([1, 1, 1, 1], layer.Apply(Tensor.Ones([1, 2, 1, 3])), 0);
        Near.Equal(0.02, layer.Penalties().Single().Item(), 1e-7);
    }

    /// <summary>As in Keras, an activation that runs along the last axis does so along columns where channels come first.</summary>
    [Fact]
    public void The_activation_sees_the_channels_where_the_data_has_them() =>
        Near.Equal(Tensor.Ones([1, 2, 3]), new Conv2D(2, 1, "softmax") { DataFormat = DataFormat.ChannelsFirst }.Apply(Tensor.RandomNormal([1, 4, 3, 5], stream: new RandomStream(1))).Sum(axis: 3), 1e-6);

    [Fact]
    public void Settings_are_checked()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Conv2D(2, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Conv2D(2, 3) { Strides = [0] });
        Assert.Throws<ArgumentException>(() => new Conv2D(2, [3, 3, 3]));
    }

    internal static int[] Lengths(ReferenceNode args, string name, int[] fallback) => !args.Has(name) ? fallback : args[name].IsNumber ? [args[name].Integer] : [.. args[name].Items.Select(item => item.Integer)];

    internal static Padding PaddingOf(ReferenceNode args) => args.Has("padding") && args["padding"].Text == "same" ? Padding.Same : Padding.Valid;
}
