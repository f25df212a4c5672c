namespace Thalweg.Layers;

/// <summary>What layers have in common that make one number of each window: the window and its movement.</summary>
public abstract class PoolingLayer : ImageLayer
{
    private protected PoolingLayer(IReadOnlyList<int>? poolSize) => PoolSize = WindowSettings.Two(poolSize ?? [2], nameof(poolSize));

    /// <summary>Rows and columns of the window; 2 × 2 where it isn't given.</summary>
    public IReadOnlyList<int> PoolSize { get; }

    /// <summary>How far the window moves, down and across; by its size where it isn't given.</summary>
    public IReadOnlyList<int> Strides { get => field ?? PoolSize; init => field = value is null ? null : WindowSettings.Two(value, nameof(Strides)); }

    /// <summary>Whether the window may reach over the edges, where it sees nothing; it may not where it isn't given.</summary>
    public Padding Padding { get; init; }

    private protected sealed override Shape OutputOf(Shape images) =>
        [images[0], Places(images[1], PoolSize[0], Strides[0], 1, Padding), Places(images[2], PoolSize[1], Strides[1], 1, Padding), images[3]];
}
