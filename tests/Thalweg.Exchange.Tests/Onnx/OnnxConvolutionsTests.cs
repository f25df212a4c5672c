using Thalweg.Layers;
using Thalweg.Models;

namespace Thalweg.Exchange.Tests.Onnx;

public sealed class OnnxConvolutionsTests : IDisposable
{
    readonly TestFile files = new();

    public void Dispose() => files.Dispose();

    public static TheoryData<string, Func<DataFormat, Layer>> Cases => new()
    {
        { "convolution", format => new Conv2D(4, [3, 2], "relu") { Strides = [2, 1], DataFormat = format } },
        { "padded", format => new Conv2D(4, [4, 3]) { Strides = [3, 2], Padding = Padding.Same, DataFormat = format } },
        { "dilated, in groups", format => new Conv2D(6, 2, "tanh") { DilationRate = [2, 1], Groups = 3, UseBias = false, Padding = Padding.Same, DataFormat = format } },
        { "depthwise", format => new DepthwiseConv2D(3, "relu") { DepthMultiplier = 2, Padding = Padding.Same, DataFormat = format } },
        { "separable", format => new SeparableConv2D(5, 3, "softmax") { DepthMultiplier = 2, Strides = [2], Padding = Padding.Same, DataFormat = format } },
        { "separable without bias", format => new SeparableConv2D(5, 2) { UseBias = false, DataFormat = format } },
        { "max", format => new MaxPooling2D([3, 2]) { Padding = Padding.Same, DataFormat = format } },
        { "average", format => new AveragePooling2D(3) { Strides = [2], Padding = Padding.Same, DataFormat = format } },
        { "valid average", format => new AveragePooling2D(2) { DataFormat = format } },
        { "all, kept", format => new GlobalAveragePooling2D { Keepdims = true, DataFormat = format } },
        { "all, greatest", format => new GlobalMaxPooling2D { DataFormat = format } },
        { "zeros", format => new ZeroPadding2D([1, 0, 2, 3]) { DataFormat = format } },
        { "larger", format => new UpSampling2D([2, 3]) { DataFormat = format } },
        { "batch normalisation", _ => new BatchNormalization { GammaInitializer = "random_uniform(low=0.5, high=1)", MovingMeanInitializer = "random_normal(mean=3)", MovingVarianceInitializer = "random_uniform(low=0.5, high=1)" } },
        { "batch normalisation of the first", _ => new BatchNormalization(1) { Center = false, Scale = false, MovingMeanInitializer = "random_normal(mean=3)" } },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_layer_gives_the_same_elsewhere_and_back_here(string name, Func<DataFormat, Layer> make)
    {
        RandomSeed.Set(1);
        var x = Tensor.RandomNormal([3, 7, 6, 3]);
        foreach (var format in (DataFormat[])[DataFormat.ChannelsLast, DataFormat.ChannelsFirst])
        {
            var images = format == DataFormat.ChannelsFirst ? x.Transpose(0, 3, 1, 2) : x;
            var model = new Sequential([new InputLayer(images.Shape.AsSpan()[1..]), make(format)]);
            model.ExportOnnx(files["m.onnx"]);
            var expected = model.Predict(images);
            Close.Assert(expected, OnnxFileTests.Run(files["m.onnx"], images));
            Close.Assert(expected, Model.FromOnnx(files["m.onnx"]).Predict(images));
        }
        Assert.NotEmpty(name);
    }

    [Fact]
    public void Images_of_any_size_are_padded_by_rule()
    {
        var model = new Sequential([new InputLayer(Shape.Unknown, Shape.Unknown, 2), new Conv2D(3, 2) { Padding = Padding.Same }]);
        model.ExportOnnx(files["m.onnx"]);
        var x = Tensor.RandomNormal([2, 5, 6, 2], stream: new RandomStream(1));
        Close.Assert(model.Predict(x), OnnxFileTests.Run(files["m.onnx"], x));
    }

    [Fact]
    public void A_model_of_Keras_with_images_gives_what_Keras_predicted()
    {
        var model = KerasFile.Load(TestFile.Of("cnn_bn.keras"));
        model.ExportOnnx(files["m.onnx"]);
        var (x, expected) = (Npz.Read(TestFile.Of("cnn_bn.npz"), "x"), Npz.Read(TestFile.Of("cnn_bn.npz"), "pred"));
        Close.Assert(expected, OnnxFileTests.Run(files["m.onnx"], x));
        Close.Assert(expected, Model.FromOnnx(files["m.onnx"]).Predict(x));
    }
}
