using Thalweg.Layers;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Layers;

public class ImageLayerTests
{
    [Fact]
    public void Wrong_inputs_are_named_with_their_layer()
    {
        var layer = new Conv2D(2, 3) { Name = "first" };
        Assert.Equal(
            "Conv2D 'first': the input has shape (5, 28). It takes images, (batch, rows, columns, channels); reshape the data, a grey image has one channel.",
            Assert.Throws<ArgumentException>(() => layer.OutputShape([5, 28])).Message);
        layer.BuildFor([Shape.Unknown, 28, 28, 3]);
        Assert.Equal(
            "Conv2D 'first': the input has 1 channels, the layer was built for 3 (input shape (5, 28, 28, 1)). Build a new layer, or feed it (batch, rows, columns, 3).",
            Assert.Throws<ArgumentException>(() => layer.Apply(Tensor.Ones([5, 28, 28, 1]))).Message);
        Assert.Equal(
            "Conv2D 'first': its window has no place on images of 2 × 28 (input shape (5, 2, 28, 3)). Make the window smaller, pad with Padding.Same, or feed larger images.",
            Assert.Throws<ArgumentException>(() => layer.Apply(Tensor.Ones([5, 2, 28, 3]))).Message);
        Assert.Contains("isn't known", Assert.Throws<ArgumentException>(() => new Conv2D(2, 3).BuildFor([Shape.Unknown, 8, 8, Shape.Unknown])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Channels_that_come_first_give_the_same_in_the_other_order()
    {
        var x = Tensor.RandomNormal([2, 6, 5, 3], stream: new RandomStream(1));
        foreach (var (last, first) in new (ImageLayer, ImageLayer)[]
        {
            (new MaxPooling2D(2), new MaxPooling2D(2) { DataFormat = DataFormat.ChannelsFirst }),
            (new AveragePooling2D(3) { Padding = Padding.Same }, new AveragePooling2D(3) { Padding = Padding.Same, DataFormat = DataFormat.ChannelsFirst }),
            (new DepthwiseConv2D(2) { DepthwiseInitializer = "ones" }, new DepthwiseConv2D(2) { DepthwiseInitializer = "ones", DataFormat = DataFormat.ChannelsFirst }),
        })
        {
            var turned = x.Transpose(0, 3, 1, 2);
            Near.Equal(last.Apply(x).Transpose(0, 3, 1, 2), first.Apply(turned));
            Assert.Equal(first.Apply(turned).Shape, first.OutputShape(turned.Shape));
        }
        Near.Equal(new GlobalMaxPooling2D().Apply(x), new GlobalMaxPooling2D { DataFormat = DataFormat.ChannelsFirst }.Apply(x.Transpose(0, 3, 1, 2)));
    }
}
