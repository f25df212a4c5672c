using System.Collections;
using System.Runtime.CompilerServices;

namespace Thalweg;

/// <summary>The lengths of a tensor's axes, outermost first. A scalar has none; an unknown length is −1.</summary>
/// <example><code>Shape s = [30, 4];   // two axes; s[^1] is 4</code></example>
[CollectionBuilder(typeof(Shape), nameof(Create))]
public readonly struct Shape : IEquatable<Shape>, IEnumerable<int>
{
    /// <summary>A length that is not known yet: the batch axis of a layer that is being built. Printed as None.</summary>
    public const int Unknown = -1;

    /// <summary>The shape of a single number.</summary>
    public static readonly Shape Scalar;

    readonly int[]? lengths;

    /// <summary>Copies the lengths of the axes, outermost first.</summary>
    /// <exception cref="ArgumentException">A length is below −1.</exception>
    public Shape(params ReadOnlySpan<int> lengths)
    {
        foreach (var length in lengths)
        {
            if (length < Unknown)
            {
                throw new ArgumentException($"An axis has length {length}; lengths are 0 or more (or {Unknown} where not known yet).", nameof(lengths));
            }
        }
        this.lengths = lengths.ToArray();
    }

    /// <summary>Makes a shape from a collection expression.</summary>
    public static Shape Create(ReadOnlySpan<int> lengths) => new(lengths);

    /// <summary>How many axes there are.</summary>
    public int Rank => lengths?.Length ?? 0;

    /// <summary>How many elements there are: the product of the lengths, 1 for a scalar.</summary>
    /// <exception cref="OverflowException">There are more than 2³¹ − 1.</exception>
    public int Size
    {
        get
        {
            // An empty axis settles it, however long the others are.
            if (AsSpan().Contains(0))
            {
                return 0;
            }
            var size = 1;
            foreach (var length in AsSpan())
            {
                size = checked(size * length);
            }
            return size;
        }
    }

    /// <summary>Whether every length is known.</summary>
    public bool IsKnown => !AsSpan().Contains(Unknown);

    /// <summary>The length of one axis; <c>^1</c> is the innermost.</summary>
    public int this[Index axis] => AsSpan()[axis];

    /// <summary>Some of the axes, as a shape.</summary>
    public Shape this[Range axes] => new(AsSpan()[axes]);

    /// <summary>The lengths without a copy.</summary>
    public ReadOnlySpan<int> AsSpan() => lengths;

    /// <summary>The lengths as the array in which they are kept: to be read only.</summary>
    internal int[] Kept => lengths ?? [];

    /// <summary>The lengths as an array of their own.</summary>
    public int[] ToArray() => AsSpan().ToArray();

    /// <summary>An axis number counted from the front: −1 becomes the innermost.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such axis.</exception>
    public int Axis(int axis)
    {
        var counted = axis < 0 ? axis + Rank : axis;
        return counted >= 0 && counted < Rank
            ? counted
            : throw new ArgumentOutOfRangeException(nameof(axis), axis, Rank == 0
                ? "A scalar has no axes."
                : $"Shape {this} has {Rank} axes, numbered 0 to {Rank - 1} or −{Rank} to −1.");
    }

    /// <summary>This shape with one axis of another length.</summary>
    public Shape With(int axis, int length)
    {
        var copy = ToArray();
        copy[Axis(axis)] = length;
        return new Shape(copy);
    }

    /// <summary>This shape with one more axis before position <paramref name="axis"/>; −1 appends it.</summary>
    public Shape Insert(int axis, int length)
    {
        var at = axis < 0 ? axis + Rank + 1 : axis;
        if (at < 0 || at > Rank)
        {
            throw new ArgumentOutOfRangeException(nameof(axis), axis, $"An axis can be put into shape {this} at 0 to {Rank}, or −{Rank + 1} to −1.");
        }
        return [.. AsSpan()[..at], length, .. AsSpan()[at..]];
    }

    /// <summary>This shape without one axis.</summary>
    public Shape Remove(int axis)
    {
        var at = Axis(axis);
        return [.. AsSpan()[..at], .. AsSpan()[(at + 1)..]];
    }

    /// <summary>The shape two tensors take together: aligned at the innermost axis, a length of 1 (or no axis) stretches.</summary>
    /// <exception cref="ArgumentException">Two lengths differ and neither is 1.</exception>
    /// <remarks>NumPy's rule for broadcasting.</remarks>
    public static Shape Broadcast(Shape a, Shape b)
    {
        if (a.Equals(b))
        {
            return a;
        }
        var rank = Math.Max(a.Rank, b.Rank);
        var lengths = new int[rank];
        for (var i = 1; i <= rank; i++)
        {
            var la = i <= a.Rank ? a[^i] : 1;
            var lb = i <= b.Rank ? b[^i] : 1;
            if (la != lb && la != 1 && lb != 1)
            {
                throw new ArgumentException(
                    $"Shapes {a} and {b} don't fit together: axis {rank - i} has {la} and {lb} elements. "
                    + "Lengths must be equal or 1; reshape or transpose one of the tensors.");
            }
            lengths[^i] = la == 1 ? lb : la;
        }
        return new Shape(lengths);
    }

    /// <summary>A shape from its lengths.</summary>
    public static implicit operator Shape(int[] lengths) => new(lengths);

    /// <inheritdoc/>
    public bool Equals(Shape other) => AsSpan().SequenceEqual(other.AsSpan());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Shape other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var length in AsSpan())
        {
            hash.Add(length);
        }
        return hash.ToHashCode();
    }

    /// <summary>Whether two shapes have the same lengths in the same order.</summary>
    public static bool operator ==(Shape a, Shape b) => a.Equals(b);

    /// <summary>Whether two shapes differ.</summary>
    public static bool operator !=(Shape a, Shape b) => !a.Equals(b);

    /// <summary>Walks over the lengths.</summary>
    public IEnumerator<int> GetEnumerator() => ((IEnumerable<int>)(lengths ?? [])).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>As Python writes a tuple: <c>()</c>, <c>(3,)</c>, <c>(30, 4)</c>, <c>(None, 4)</c>.</summary>
    public override string ToString()
    {
        var parts = this.Select(length => length == Unknown ? "None" : length.ToString(System.Globalization.CultureInfo.InvariantCulture));
        return Rank == 1 ? $"({parts.First()},)" : $"({string.Join(", ", parts)})";
    }
}
