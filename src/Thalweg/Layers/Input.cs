namespace Thalweg.Layers;

/// <summary>The inputs of functional models.</summary>
public static class Input
{
    /// <summary>An input of samples with some features, (batch, features).</summary>
    /// <param name="features">How many numbers a sample has.</param>
    /// <param name="name">What it is called; <c>input_layer</c>, numbered, where it isn't given.</param>
    /// <param name="type">The type that samples are converted to.</param>
    /// <example><code>var a = Input.Of(4, name: "a");</code></example>
    public static SymbolicTensor Of(int features, string? name = null, DType type = DType.Float32) => Of(new Shape(features), name, type);

    /// <summary>An input of samples of a shape, (batch, …).</summary>
    /// <param name="shape">The lengths of a sample's axes, without the batch.</param>
    /// <param name="name">What it is called; <c>input_layer</c>, numbered, where it isn't given.</param>
    /// <param name="type">The type that samples are converted to.</param>
    /// <example><code>var image = Input.Of([28, 28], name: "image");</code></example>
    public static SymbolicTensor Of(Shape shape, string? name = null, DType type = DType.Float32)
    {
        var layer = new InputLayer(shape.AsSpan()) { DType = type };
        if (name is not null)
        {
            layer.Name = name;
        }
        return Of(layer);
    }

    /// <summary>An input that a layer describes: for those who make models of descriptions.</summary>
    public static SymbolicTensor Of(InputLayer layer)
    {
        var shape = layer.SampleShape.Insert(0, Shape.Unknown);
        layer.BuildFor(shape);
        return new LayerCall(layer, [], [shape]).Outputs[0];
    }
}
