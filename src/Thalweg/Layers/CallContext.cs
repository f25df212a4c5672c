namespace Thalweg.Layers;

/// <summary>What a layer is told about the call it computes.</summary>
/// <param name="Training">Whether the model is being trained: dropout drops only then.</param>
public readonly record struct CallContext(bool Training = false);
