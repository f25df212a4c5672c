using Thalweg.Catalogs;

namespace Thalweg.Layers;

/// <summary>The axes of a sample in another order; the batch stays in front.</summary>
/// <example><code>new Permute([2, 1])   // (batch, steps, features) → (batch, features, steps)</code></example>
/// <param name="dims">For each axis of the output, the number of the input's, counted from 1 as in Keras: the batch is 0.</param>
[Named("permute")]
public sealed class Permute(IReadOnlyList<int> dims) : Layer
{
    /// <summary>For each axis of the output, the number of the input's, counted from 1.</summary>
    public IReadOnlyList<int> Dims { get; } = dims?.Order().SequenceEqual(Enumerable.Range(1, dims.Count)) == true
        ? [.. dims]
        : throw new ArgumentException($"The order must name each axis of a sample once, counted from 1, but is [{string.Join(", ", dims ?? [])}].", nameof(dims));

    /// <inheritdoc/>
    public override Shape OutputShape(Shape input) => input.Rank == Dims.Count + 1
        ? [input[0], .. Dims.Select(axis => input[axis])]
        : throw Unfit($"the input has shape {input}, the order [{string.Join(", ", Dims)}] is one of {Dims.Count} axes after the batch", "Name each axis of a sample");

    /// <inheritdoc/>
    protected override void Build(Shape input) => OutputShape(input);

    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, in CallContext context)
    {
        OutputShape(x.Shape);
        return x.Transpose([0, .. Dims]);
    }
}
