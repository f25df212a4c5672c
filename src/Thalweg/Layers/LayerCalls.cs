namespace Thalweg.Layers;

/// <summary>Applying layers to tensors that aren't there yet, which describes a functional model.</summary>
public static class LayerCalls
{
    extension(Layer layer)
    {
        /// <summary>What the layer gives for a tensor; the first one makes its weights. Applied again, it shares them.</summary>
        /// <example><code>var y = new Dense(5, "tanh").Apply(Input.Of(4));</code></example>
        /// <exception cref="ArgumentException">The layer doesn't take such an input, or has several outputs.</exception>
        public SymbolicTensor Apply(SymbolicTensor x) => layer.Apply([x]);

        /// <summary>What a layer with several inputs gives, as <see cref="Add"/> is one.</summary>
        /// <example><code>var sum = new Add().Apply([Input.Of(4), Input.Of(4)]);</code></example>
        /// <exception cref="ArgumentException">The layer doesn't take such inputs, or has several outputs.</exception>
        public SymbolicTensor Apply(IReadOnlyList<SymbolicTensor> x) => layer.ApplyAll(x) is [var only] ? only
            : throw new ArgumentException($"{layer.ClassName} '{layer.Name}' has several outputs: take them with ApplyAll.", nameof(x));

        /// <summary>All that a layer gives: for models with several outputs that are a part of another.</summary>
        /// <exception cref="ArgumentException">The layer doesn't take such inputs.</exception>
        public IReadOnlyList<SymbolicTensor> ApplyAll(IReadOnlyList<SymbolicTensor> x)
        {
            ArgumentNullException.ThrowIfNull(layer);
            ArgumentNullException.ThrowIfNull(x);
            if (layer is InputLayer)
            {
                throw new ArgumentException($"InputLayer '{layer.Name}' takes no tensor of a model. Input.Of makes a model's inputs.", nameof(x));
            }
            Shape[] shapes = [.. x.Select(input => input.Shape)];
            layer.BuildFor(shapes);
            return new LayerCall(layer, x, layer.OutputShapes(shapes)).Outputs;
        }
    }
}
