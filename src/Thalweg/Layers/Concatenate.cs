using Thalweg.Catalogs;

namespace Thalweg.Layers;

/// <summary>Its inputs one after the other along an axis; their other lengths are equal.</summary>
/// <example><code>new Concatenate().Apply([Tensor.Ones([2, 3]), Tensor.Zeros([2, 4])])      // shape (2, 7)</code></example>
/// <param name="axis">The axis, the batch's counted; the last where it isn't given.</param>
[Named("concatenate")]
public sealed class Concatenate(int axis = -1) : MergingLayer
{
    /// <summary>The axis, the batch's counted.</summary>
    public int Axis { get; } = axis;

    /// <inheritdoc/>
    protected override Shape MergedShape(IReadOnlyList<Shape> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        if (inputs.Count == 0)
        {
            throw Unfit("it got no inputs", "It takes one or more: Apply([a, b])");
        }
        var first = inputs[0];
        var at = Axis < 0 ? Axis + first.Rank : Axis;
        if (at < 0 || at >= first.Rank)
        {
            throw Unfit($"the inputs have no axis {Axis} (shapes {string.Join(", ", inputs)})", "Give another axis");
        }
        var length = 0;
        foreach (var input in inputs)
        {
            var fits = input.Rank == first.Rank;
            for (var axis = 0; fits && axis < first.Rank; axis++)
            {
                fits = axis == at || input[axis] == first[axis] || input[axis] == Shape.Unknown || first[axis] == Shape.Unknown;
            }
            if (!fits)
            {
                throw Unfit($"the inputs have the shapes {string.Join(", ", inputs)}", $"All lengths but those along axis {Axis} must be equal");
            }
            length = length == Shape.Unknown || input[at] == Shape.Unknown ? Shape.Unknown : checked(length + input[at]);
        }
        return first.With(at, length);
    }

    /// <inheritdoc/>
    protected override Tensor Merge(IReadOnlyList<Tensor> inputs) => Tensor.Concat(inputs, Axis);
}
