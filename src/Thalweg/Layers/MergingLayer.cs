namespace Thalweg.Layers;

/// <summary>A layer that makes one tensor of several. The author of one writes <see cref="Merge"/> and <see cref="MergedShape"/>.</summary>
public abstract class MergingLayer : Layer
{
    /// <summary>The shape of the output for the shapes of the inputs, batch axes included.</summary>
    protected abstract Shape MergedShape(IReadOnlyList<Shape> inputs);

    /// <summary>Computes the output.</summary>
    protected abstract Tensor Merge(IReadOnlyList<Tensor> inputs);

    /// <inheritdoc/>
    public sealed override Shape OutputShape(Shape input) => OutputShapes([input])[0];

    /// <inheritdoc/>
    public sealed override IReadOnlyList<Shape> OutputShapes(IReadOnlyList<Shape> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return [MergedShape(inputs)];
    }

    /// <inheritdoc/>
    protected sealed override void Build(IReadOnlyList<Shape> inputs) => MergedShape(inputs);

    /// <inheritdoc/>
    protected sealed override Tensor Call(Tensor x, in CallContext context) => Call([x], context)[0];

    /// <inheritdoc/>
    protected sealed override IReadOnlyList<Tensor> Call(IReadOnlyList<Tensor> x, in CallContext context)
    {
        MergedShape([.. x.Select(input => input.Shape)]);       // refuses what doesn't fit, in the layer's words
        return [Merge(x)];
    }
}
