namespace Thalweg.Layers;

/// <summary>One use of a layer in a functional model: what it takes, and what it gives. A layer that is used twice has the same weights in both.</summary>
public sealed class LayerCall
{
    static long made;

    internal LayerCall(Layer layer, IReadOnlyList<SymbolicTensor> inputs, IReadOnlyList<Shape> outputs)
    {
        (Layer, Inputs, Number) = (layer, [.. inputs], Interlocked.Increment(ref made));
        Outputs = [.. outputs.Select((shape, i) => new SymbolicTensor(this, i, shape))];
    }

    /// <summary>The layer that is used.</summary>
    public Layer Layer { get; }

    /// <summary>What it takes; nothing for the layer of an input.</summary>
    public IReadOnlyList<SymbolicTensor> Inputs { get; }

    /// <summary>What it gives.</summary>
    public IReadOnlyList<SymbolicTensor> Outputs { get; }

    /// <summary>Tells which of two uses was made first.</summary>
    internal long Number { get; }
}
