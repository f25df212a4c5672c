using Thalweg.Catalogs;

namespace Thalweg.Layers;

/// <summary>Scalar products of two inputs, sample by sample: sums over one axis of each, Σₖ aᵢₖ bⱼₖ. Two inputs of (batch, n) give (batch, 1).</summary>
/// <remarks>As Keras's: the axes that remain of the first input come before those of the second.</remarks>
/// <example><code>new Dot(1).Apply([Tensor.Of(1f, 2f).Reshape([1, 2]), Tensor.Of(3f, 4f).Reshape([1, 2])])     // [[11]]</code></example>
[Named("dot")]
public sealed class Dot : MergingLayer
{
    /// <summary>What keeps a division by the length of a vector finite.</summary>
    const double Epsilon = 1e-12;

    /// <summary>Sums over an axis of each input.</summary>
    /// <param name="axes">One number for both inputs, or one for each; the batch's axis is 0, and isn't summed over.</param>
    /// <exception cref="ArgumentException">There are more than two, or one is the batch's.</exception>
    public Dot(IReadOnlyList<int> axes)
    {
        ArgumentNullException.ThrowIfNull(axes);
        if (axes.Count is 0 or > 2 || axes.Contains(0))
        {
            throw new ArgumentException($"Dot takes the axes [{string.Join(", ", axes)}], but one for both inputs or one for each is expected, and never the batch's, 0.", nameof(axes));
        }
        Axes = [axes[0], axes[^1]];
    }

    /// <summary>Sums over the same axis of both inputs.</summary>
    public Dot(int axis) : this([axis])
    {
    }

    /// <summary>The axis of each of the two inputs.</summary>
    public IReadOnlyList<int> Axes { get; }

    /// <summary>Whether the vectors along the axes are brought to length 1 first, so that cosines come out.</summary>
    public bool Normalize { get; init; }

    /// <inheritdoc/>
    protected override Shape MergedShape(IReadOnlyList<Shape> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        if (inputs.Count != 2 || inputs.Any(input => input.Rank < 2))
        {
            throw Unfit($"it got {inputs.Count} inputs (shapes {string.Join(", ", inputs)})", "It takes two of shape (batch, …, n): Apply([a, b])");
        }
        var (a, b) = (inputs[0], inputs[1]);
        var (i, j) = (Place(a, Axes[0]), Place(b, Axes[1]));
        if (a[i] != b[j] && a[i] != Shape.Unknown && b[j] != Shape.Unknown)
        {
            throw Unfit($"axis {Axes[0]} of {a} and axis {Axes[1]} of {b} differ in length", "Give axes of equal lengths");
        }
        Shape left = [.. a.Remove(i)], right = [.. b.Remove(j)];
        return left.Rank + right.Rank == 2 ? [left[0], 1] : [.. left, .. right[1..]];
    }

    /// <inheritdoc/>
    protected override Tensor Merge(IReadOnlyList<Tensor> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        var (a, b) = (Matrices(inputs[0], Axes[0]), Matrices(inputs[1], Axes[1]));
        return a.MatMul(b.SwapAxes()).Reshape(MergedShape([inputs[0].Shape, inputs[1].Shape]));
    }

    /// <summary>(batch, all other axes, the axis that is summed over).</summary>
    Tensor Matrices(Tensor x, int axis)
    {
        var at = Place(x.Shape, axis);
        if (Normalize)
        {
            x /= x.Square().Sum(axis: at, keepDims: true).Max(Epsilon).Sqrt();
        }
        var last = at == x.Rank - 1 ? x : x.Transpose([.. Enumerable.Range(0, x.Rank).Where(other => other != at), at]);
        return last.Reshape([x.Shape[0], -1, x.Shape[at]]);
    }

    int Place(Shape shape, int axis)
    {
        var at = axis < 0 ? axis + shape.Rank : axis;
        return at > 0 && at < shape.Rank ? at : throw Unfit($"the input {shape} has no axis {axis} beside the batch's", "Give another axis");
    }
}
