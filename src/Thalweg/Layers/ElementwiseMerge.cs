namespace Thalweg.Layers;

/// <summary>Merges tensors element by element: lengths are equal or 1. Of tensors with fewer axes the samples get axes of length 1 in front.</summary>
public abstract class ElementwiseMerge : MergingLayer
{
    /// <summary>How many inputs there must be; null for any number.</summary>
    private protected virtual int? Count => null;

    /// <summary>What two inputs, or the merge of those before and the next, give.</summary>
    private protected abstract Tensor Combine(Tensor a, Tensor b);

    /// <inheritdoc/>
    protected override Shape MergedShape(IReadOnlyList<Shape> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        if (inputs.Count == 0 || Count is { } count && inputs.Count != count)
        {
            throw Unfit($"it got {inputs.Count} inputs", Count is { } needed ? $"It merges {needed}: Apply([a, b])" : "It merges one or more: Apply([a, b])");
        }
        if (inputs.Any(input => input.Rank == 0))
        {
            throw Unfit($"the inputs have the shapes {string.Join(", ", inputs)}", "It takes (batch, …)");
        }
        var rank = inputs.Max(input => input.Rank);
        return inputs.Select(input => Aligned(input, rank)).Aggregate((a, b) => Together(a, b, inputs));
    }

    /// <inheritdoc/>
    protected override Tensor Merge(IReadOnlyList<Tensor> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        var rank = inputs.Max(input => input.Rank);
        return inputs.Select(input => input.Rank == rank ? input : input.Reshape(Aligned(input.Shape, rank))).Aggregate(Combine);
    }

    /// <summary>(batch, 1, …, rest), with as many axes as the others have.</summary>
    static Shape Aligned(Shape shape, int rank) => shape.Rank == rank ? shape : [shape[0], .. Enumerable.Repeat(1, rank - shape.Rank), .. shape[1..]];

    Shape Together(Shape a, Shape b, IReadOnlyList<Shape> inputs)
    {
        var lengths = new int[a.Rank];
        for (var axis = 0; axis < lengths.Length; axis++)
        {
            var (one, other) = (a[axis], b[axis]);
            if (one != other && one > 1 && other > 1 || axis > 0 && (one == 0) != (other == 0) && one != 1 && other != 1 && one != Shape.Unknown && other != Shape.Unknown)
            {
                throw Unfit($"the inputs have the shapes {string.Join(", ", inputs)}, of which axis {axis} doesn't fit", "Their lengths must be equal or 1; a Dense layer can make them equal");
            }
            // An unknown length may turn out to be 1, and is stretched by one that is known.
            lengths[axis] = one == 1 || one == Shape.Unknown && other > 1 ? other : one;
        }
        return lengths;
    }
}
