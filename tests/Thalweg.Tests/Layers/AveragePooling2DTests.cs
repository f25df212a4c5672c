using Thalweg.Layers;
using Thalweg.Tests.Contracts;
using Thalweg.Tests.Reference;

namespace Thalweg.Tests.Layers;

public class AveragePooling2DTests : LayerContract
{
    protected override string ClassName => "AveragePooling2D";

    protected override Shape Sample => [6, 5, 2];

    protected override Layer Inner => new AveragePooling2D([3, 2]) { Strides = [1, 2], Padding = Padding.Same };

    protected override Layer From(ReferenceNode args)
    {
        var size = ConvolutionLayerTests.Lengths(args, "pool_size", []);
        return new AveragePooling2D(size) { Strides = ConvolutionLayerTests.Lengths(args, "strides", size), Padding = ConvolutionLayerTests.PaddingOf(args) };
    }

    protected override IReadOnlyList<string> Otherwise => ["k3_s2_same"];

    /// <summary>Keras on PyTorch repeats the edges where the padding is uneven; on its other backends, as here, padding doesn't count.</summary>
    [Fact]
    public void Uneven_padding_does_not_count_where_Keras_on_PyTorch_repeats_the_edges()
    {
        var node = ReferenceFile.Load("layer_AveragePooling2D")["cases"].Items.Single(one => one["name"].Text == "k3_s2_same");
        var x = node["inputs"][0].Array.ToTensor();
        var repeated = Tensor.Concat([x[.., ..1], x, x[.., ^1..]], axis: 1);
        repeated = Tensor.Concat([repeated, repeated[.., .., ^1..]], axis: 2);
        Near.Equal(node["outputs"][0].Array.Data, repeated.AveragePool2D([3], [2]), 1e-6);
        var y = new AveragePooling2D(3) { Strides = [2], Padding = Padding.Same }.Apply(x);
        Near.Equal(x[.., ..2, ..3].Mean([1, 2]), y[.., 0, 0], 1e-6);
        Near.Equal(x[.., 3.., 4..].Mean([1, 2]), y[.., 2, 2], 1e-6);
    }
}
