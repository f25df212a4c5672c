namespace Thalweg.Layers;

/// <summary>What layers have in common that make one number of all of a channel: (batch, rows, columns, channels) → (batch, channels).</summary>
public abstract class GlobalPoolingLayer : ImageLayer
{
    private protected GlobalPoolingLayer()
    {
    }

    /// <summary>Whether rows and columns stay, with length 1; they go where it isn't given.</summary>
    public bool Keepdims { get; init; }

    private protected sealed override Shape OutputOf(Shape images) => Keepdims ? [images[0], 1, 1, images[3]] : [images[0], images[3]];
}
