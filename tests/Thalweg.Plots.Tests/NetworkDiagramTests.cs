using System.Xml.Linq;
using Thalweg.Layers;
using Thalweg.Models;

namespace Thalweg.Plots.Tests;

public class NetworkDiagramTests
{
    static XElement[] Nodes(string svg, string name) => [.. XDocument.Parse(svg).Root!.Descendants().Where(node => node.Name.LocalName == name)];

    static string[] Texts(string svg) => [.. Nodes(svg, "text").Select(node => node.Value.Trim())];

    [Fact]
    public void Layers_have_their_name_size_activation_and_parameters()
    {
        var model = new Sequential([new InputLayer(4), new Dense(256, "relu"), new Dropout(0.25), new Dense(3, "softmax")]);
        string[] texts = Texts(NetworkDiagram.Of(model).ToSvg());
        Assert.All(
            ["sequential: 2,051 parameters", "input", "4", "dense", "256 · relu", "1,280 parameters", "dropout", "rate 0.25", "dense_1", "3 · softmax", "771 parameters"],
            text => Assert.Contains(text, texts));
    }

    [Theory]
    [InlineData(9)]
    [InlineData(4)]
    public void Of_large_layers_the_middle_is_left_out(int allowed)
    {
        int Circles(int units) => Shapes(NetworkDiagram.Of(new Sequential([new InputLayer(units), new Dense(1)]), allowed).ToSvg());
        int each = Circles(1) / 2;
        Assert.Equal(each * (allowed + 1), Circles(allowed));
        Assert.Equal(each * allowed + 3, Circles(500));         // one gives its place to three dots
    }

    static int Shapes(string svg) => Nodes(svg, "circle").Length + Nodes(svg, "ellipse").Length;

    [Fact]
    public void Inputs_with_several_axes_are_boxes()
    {
        var model = new Sequential([new InputLayer(8, 8), new Flatten(), new Dense(10)]);
        Assert.Contains("8 × 8", Texts(NetworkDiagram.Of(model).ToSvg()));
        Assert.NotEmpty(NetworkDiagram.Of(model).ToPng(400, 300));
    }

    [Fact]
    public void Layers_for_images_are_boxes_with_their_activation()
    {
        var model = new Sequential([new InputLayer(8, 8, 1), new Conv2D(4, 3, "relu"), new BatchNormalization(), new MaxPooling2D(2), new GlobalAveragePooling2D(), new Dense(10)]);
        string[] texts = Texts(NetworkDiagram.Of(model).ToSvg());
        Assert.All(["8 × 8 × 1", "conv2d", "6 × 6 × 4 · relu", "40 parameters", "batch_normalization", "3 × 3 × 4"], text => Assert.Contains(text, texts));
    }

    [Fact]
    public void A_size_can_be_given()
    {
        var svg = XDocument.Parse(NetworkDiagram.Of(new Sequential([new InputLayer(2), new Dense(1)])).ToSvg(640, 480)).Root!;
        Assert.Equal(("640", "480"), ((string?)svg.Attribute("width"), (string?)svg.Attribute("height")));
    }

    [Fact]
    public void A_model_without_an_input_shape_is_refused_in_words() =>
        Assert.Contains("InputLayer", Assert.Throws<ArgumentException>(() => NetworkDiagram.Of(new Sequential([new Dense(1)]))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_functional_model_is_drawn_where_its_layers_are_one_after_the_other()
    {
        var a = Input.Of(4);
        var hidden = new Dense(5, "relu").Apply(a);
        Assert.Contains("5 · relu", Texts(NetworkDiagram.Of(new Functional(a, new Dense(1).Apply(hidden))).ToSvg()));
        var error = Assert.Throws<ArgumentException>(() => NetworkDiagram.Of(new Functional(a, new Add().Apply([hidden, new Dense(5).Apply(a)]))));
        Assert.Contains("has branches", error.Message, StringComparison.Ordinal);
    }
}
