namespace Thalweg.Kernels;

/// <summary>
/// A vector of elements as kernels see it. A kernel is written once over this interface; the compiler makes one loop of
/// it for each width and element type, and every lane computes the same bits whatever the width.
/// </summary>
/// <remarks>Comparisons give masks: all bits of a lane set where true. Floating-point functions are undefined on integers.</remarks>
interface ILanes<T, V>
    where T : unmanaged
    where V : struct, ILanes<T, V>
{
    static abstract int Count { get; }

    static abstract V Load(ref readonly T source);

    static abstract void Store(V value, ref T destination);

    /// <summary>Every lane the same number.</summary>
    static abstract V Of(double value);

    static abstract V Of(T value);

    static abstract V operator +(V a, V b);

    static abstract V operator -(V a, V b);

    static abstract V operator *(V a, V b);

    static abstract V operator /(V a, V b);

    static abstract V operator -(V a);

    static abstract V operator &(V a, V b);

    static abstract V operator |(V a, V b);

    static abstract V operator ~(V a);

    /// <summary>a · b + c with one rounding.</summary>
    static abstract V Fma(V a, V b, V c);

    /// <summary>The lesser; NaN where either is NaN.</summary>
    static abstract V Min(V a, V b);

    /// <summary>The greater; NaN where either is NaN.</summary>
    static abstract V Max(V a, V b);

    /// <summary>a between two ends, in as few instructions as can be; NaN where a is NaN. The ends are numbers.</summary>
    static abstract V Clamp(V a, V low, V high);

    /// <summary>The greater of two numbers, in one instruction; either where one is NaN.</summary>
    static abstract V Larger(V a, V b);

    static abstract V Abs(V a);

    static abstract V Sqrt(V a);

    static abstract V Floor(V a);

    static abstract V Ceiling(V a);

    /// <summary>To the nearest whole number, halves to even.</summary>
    static abstract V Round(V a);

    static abstract V Sin(V a);

    static abstract V Cos(V a);

    /// <summary>a to the power b, lane by lane as the runtime's <c>Pow</c>.</summary>
    static abstract V Pow(V a, V b);

    /// <summary>Whether the processor has <see cref="Scale"/>.</summary>
    static abstract bool HasScale { get; }

    /// <summary>a · 2ⁿ for whole n, rounded once.</summary>
    static abstract V Scale(V a, V n);

    /// <summary>The magnitude of a with the sign of b.</summary>
    static abstract V CopySign(V a, V b);

    static abstract V Less(V a, V b);

    static abstract V LessOrEqual(V a, V b);

    static abstract V Equal(V a, V b);

    /// <summary>Lane by lane, a where the mask is set, else b.</summary>
    static abstract V Select(V mask, V a, V b);

    /// <summary>The bits of each lane, moved up.</summary>
    static abstract V ShiftLeft(V a, int count);

    /// <summary>The bits of each lane, moved down; zeros come in.</summary>
    static abstract V ShiftRight(V a, int count);

    /// <summary>One bit per lane of a mask, the first lane's lowest.</summary>
    static abstract ulong Bits(V mask);
}
