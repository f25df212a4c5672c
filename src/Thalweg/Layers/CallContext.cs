namespace Thalweg.Layers;

/// <summary>What a layer is told about the call it computes.</summary>
/// <param name="Training">Whether the model is being trained: dropout drops only then, and batch normalisation looks at the batch.</param>
public readonly record struct CallContext(bool Training = false)
{
    /// <summary>Whether the call is made to see what comes out: nothing that a layer keeps may change, as moving averages do in training.</summary>
    public bool OnlyLooks { get; init; }

    /// <summary>Whether the layer, or a model around it, isn't trained: batch normalisation then uses its moving averages.</summary>
    public bool IsFrozen { get; init; }
}
