using Thalweg.Layers;

namespace Thalweg.Models;

/// <summary>A model of layers one after the other.</summary>
/// <example><code>
/// var model = new Sequential([new InputLayer(4), new Dense(8, "relu"), new Dense(3, "softmax")]);
/// </code></example>
public sealed class Sequential : Model
{
    readonly List<Layer> layers = [];
    InputLayer? input;

    /// <summary>No layers yet; grow it with <see cref="Add"/>.</summary>
    public Sequential()
    {
    }

    /// <summary>Layers from input to output. With an <see cref="InputLayer"/> in front, their weights are made at once, otherwise at the first call.</summary>
    public Sequential(IEnumerable<Layer> layers)
    {
        ArgumentNullException.ThrowIfNull(layers);
        foreach (var layer in layers)
        {
            Add(layer);
        }
    }

    /// <summary>The layer that says what samples look like, where there is one.</summary>
    public InputLayer? Input => input;

    /// <summary>The layers, without the input's.</summary>
    public override IReadOnlyList<Layer> Layers => layers;

    /// <inheritdoc/>
    public override IReadOnlyList<string> InputNames => [input?.Name ?? "input_layer"];

    /// <inheritdoc/>
    public override IReadOnlyList<string> OutputNames => [layers.Count > 0 ? layers[^1].Name : "output"];

    /// <summary>Appends a layer.</summary>
    /// <exception cref="ArgumentException">An <see cref="InputLayer"/> comes second, or the layer is in the model already.</exception>
    public void Add(Layer layer)
    {
        ArgumentNullException.ThrowIfNull(layer);
        if (layer is InputLayer first)
        {
            if (input is not null || layers.Count > 0)
            {
                throw new ArgumentException($"Sequential '{Name}': an InputLayer must be the first layer, and there can be only one.", nameof(layer));
            }
            input = first;
            BuildFor(first.SampleShape.Insert(0, Shape.Unknown));
            return;
        }
        if (layers.Contains(layer))
        {
            throw new ArgumentException($"Sequential '{Name}': layer '{layer.Name}' is in the model already. Make a second one.", nameof(layer));
        }
        LayerNames.Christen(this, layer, layers.Select(other => other.Name).ToHashSet(StringComparer.Ordinal));
        ForgetPlans();
        if (InputShape is { } shape)
        {
            BuildLayer(layer, OutputShape(shape));
        }
        layers.Add(layer);
    }

    /// <inheritdoc/>
    public override Shape OutputShape(Shape input) => layers.Aggregate(input, (shape, layer) => layer.OutputShape(shape));

    /// <inheritdoc/>
    protected override void Build(Shape input)
    {
        foreach (var layer in layers)
        {
            BuildLayer(layer, input);
            input = layer.OutputShape(input);
        }
    }

    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, in CallContext context)
    {
        x = input?.Apply(x) ?? x;
        foreach (var layer in layers)
        {
            x = layer.Apply(x, context);
        }
        return x;
    }

    void BuildLayer(Layer layer, Shape shape)
    {
        layer.BuildFor(shape);
        LayerNames.SetPaths(Name, layer);
    }
}
