namespace Thalweg;

/// <summary>What an indexer of a tensor takes for one axis: a position, a range, the rest of the axes, or a new axis.</summary>
public readonly struct TensorIndex
{
    internal enum Kind
    {
        Range,
        Position,
        Ellipsis,
        NewAxis,
    }

    TensorIndex(Kind which, Index position = default, Range range = default)
    {
        Which = which;
        Position = position;
        Range = range;
    }

    internal Kind Which { get; }

    internal Index Position { get; }

    internal Range Range { get; }

    /// <summary>Every axis that the other indices leave: <c>x[TensorIndex.Rest, 0]</c> is the first of the innermost axis.</summary>
    public static TensorIndex Rest => new(Kind.Ellipsis);

    /// <summary>An axis of length 1 that isn't in the tensor.</summary>
    public static TensorIndex NewAxis => new(Kind.NewAxis);

    /// <summary>A position; the axis goes.</summary>
    public static implicit operator TensorIndex(int position) => new(Kind.Position, position < 0 ? new Index(-position, fromEnd: true) : position);

    /// <summary>A position, <c>^1</c> the last; the axis goes.</summary>
    public static implicit operator TensorIndex(Index position) => new(Kind.Position, position);

    /// <summary>A range of positions; the axis stays.</summary>
    public static implicit operator TensorIndex(Range range) => new(Kind.Range, range: range);
}
