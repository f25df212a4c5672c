using Thalweg.Layers;
using Thalweg.Tests.Contracts;
using Thalweg.Tests.Reference;

namespace Thalweg.Tests.Layers;

public class Conv2DTests : LayerContract
{
    protected override string ClassName => "Conv2D";

    protected override Shape Sample => [6, 5, 2];

    protected override Layer Inner => new Conv2D(3, [3, 2], "relu") { Padding = Padding.Same, Strides = [2, 1] };

    protected override Layer From(ReferenceNode args) => new Conv2D(args["filters"].Integer, ConvolutionLayerTests.Lengths(args, "kernel_size", []), args.Has("activation") ? (Thalweg.Activations.Activation)args["activation"].Text : null)
    {
        Strides = ConvolutionLayerTests.Lengths(args, "strides", [1]),
        Padding = ConvolutionLayerTests.PaddingOf(args),
        DilationRate = ConvolutionLayerTests.Lengths(args, "dilation_rate", [1]),
        Groups = args.Has("groups") ? args["groups"].Integer : 1,
        UseBias = !args.Has("use_bias") || args["use_bias"].Flag,
        DataFormat = args.Has("data_format") ? DataFormat.ChannelsFirst : DataFormat.ChannelsLast,
    };

    [Fact]
    public void Groups_divide_channels_and_filters()
    {
        var error = Assert.Throws<ArgumentException>(() => new Conv2D(4, 3) { Groups = 2 }.BuildFor([Shape.Unknown, 8, 8, 3]));
        Assert.Equal("Conv2D 'conv2d': 3 channels and 4 filters can't be divided into 2 groups. Take a number of groups that divides both.", error.Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => new Conv2D(0, 3));
    }

    [Fact]
    public void It_is_found_by_name_with_its_settings()
    {
        var layer = Layer.FromConfiguration(new Conv2D(4, 3, "relu") { Padding = Padding.Same, Strides = [2, 1], KernelRegularizer = "l2" }.Configuration!);
        var made = Assert.IsType<Conv2D>(layer);
        Assert.Equal((4, "relu", Padding.Same), (made.Filters, made.Activation.Name, made.Padding));
        Assert.Equal([3, 3, 2, 1], [.. made.KernelSize, .. made.Strides]);
        Assert.NotNull(made.KernelRegularizer);
    }
}
