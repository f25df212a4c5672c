namespace Thalweg.Kernels;

/// <summary>
/// How the operands of C = op(A) · op(B) lie in memory: op(A) is <paramref name="Rows"/> × <paramref name="Depth"/>, op(B)
/// <paramref name="Depth"/> × <paramref name="Columns"/>; a transposed operand lies as its transpose. Row-major.
/// </summary>
readonly record struct MatrixShape(int Rows, int Columns, int Depth, bool TransposeA = false, bool TransposeB = false)
{
    /// <summary>Elements from one row of A, as it lies, to the next; at first its length.</summary>
    public int LineA { get; init; } = TransposeA ? Rows : Depth;

    /// <summary>Elements from one row of B, as it lies, to the next; at first its length.</summary>
    public int LineB { get; init; } = TransposeB ? Depth : Columns;

    /// <summary>Elements from one row of C to the next; at first its length.</summary>
    public int LineC { get; init; } = Columns;
}
