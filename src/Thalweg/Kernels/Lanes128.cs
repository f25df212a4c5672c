using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Thalweg.Kernels;

/// <summary>128 bits of elements.</summary>
/// <remarks>By as few calls as can be, since the compiler inlines only so many into one loop: <c>As</c> is none to it.</remarks>
readonly struct Lanes128<T>(Vector128<T> v) : ILanes<T, Lanes128<T>> where T : unmanaged, INumber<T>
{
    readonly Vector128<T> v = v;

    public static int Count => Vector128<T>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Load(ref readonly T source) => new(Vector128.LoadUnsafe(in source));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Lanes128<T> value, ref T destination) => value.v.StoreUnsafe(ref destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Of(double value) =>
        typeof(T) == typeof(float) ? new(Vector128.Create((float)value).As<float, T>())
        : typeof(T) == typeof(double) ? new(Vector128.Create(value).As<double, T>())
        : new(Vector128.Create(T.CreateTruncating(value)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Of(T value) => new(Vector128.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> operator +(Lanes128<T> a, Lanes128<T> b) => new(a.v + b.v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> operator -(Lanes128<T> a, Lanes128<T> b) => new(a.v - b.v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> operator *(Lanes128<T> a, Lanes128<T> b) => new(a.v * b.v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> operator /(Lanes128<T> a, Lanes128<T> b) => new(a.v / b.v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> operator -(Lanes128<T> a) => new(-a.v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> operator &(Lanes128<T> a, Lanes128<T> b) => new(a.v & b.v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> operator |(Lanes128<T> a, Lanes128<T> b) => new(a.v | b.v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> operator ~(Lanes128<T> a) => new(~a.v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Fma(Lanes128<T> a, Lanes128<T> b, Lanes128<T> c) =>
        typeof(T) == typeof(float) ? new(Vector128.FusedMultiplyAdd(a.v.AsSingle(), b.v.AsSingle(), c.v.AsSingle()).As<float, T>())
        : typeof(T) == typeof(double) ? new(Vector128.FusedMultiplyAdd(a.v.AsDouble(), b.v.AsDouble(), c.v.AsDouble()).As<double, T>())
        : (a * b) + c;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Min(Lanes128<T> a, Lanes128<T> b) => new(Vector128.Min(a.v, b.v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Max(Lanes128<T> a, Lanes128<T> b) => new(Vector128.Max(a.v, b.v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Clamp(Lanes128<T> a, Lanes128<T> low, Lanes128<T> high) => new(Vector128.MaxNative(low.v, Vector128.MinNative(high.v, a.v)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Larger(Lanes128<T> a, Lanes128<T> b) => new(Vector128.MaxNative(a.v, b.v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Abs(Lanes128<T> a) => new(Vector128.Abs(a.v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Sqrt(Lanes128<T> a) => new(Vector128.Sqrt(a.v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Floor(Lanes128<T> a) => typeof(T) == typeof(float) ? new(Vector128.Floor(a.v.AsSingle()).As<float, T>()) : typeof(T) == typeof(double) ? new(Vector128.Floor(a.v.AsDouble()).As<double, T>()) : a;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Ceiling(Lanes128<T> a) => typeof(T) == typeof(float) ? new(Vector128.Ceiling(a.v.AsSingle()).As<float, T>()) : typeof(T) == typeof(double) ? new(Vector128.Ceiling(a.v.AsDouble()).As<double, T>()) : a;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Round(Lanes128<T> a) => typeof(T) == typeof(float) ? new(Vector128.Round(a.v.AsSingle()).As<float, T>()) : typeof(T) == typeof(double) ? new(Vector128.Round(a.v.AsDouble()).As<double, T>()) : a;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Sin(Lanes128<T> a) => typeof(T) == typeof(float) ? new(Vector128.Sin(a.v.AsSingle()).As<float, T>()) : typeof(T) == typeof(double) ? new(Vector128.Sin(a.v.AsDouble()).As<double, T>()) : a;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Cos(Lanes128<T> a) => typeof(T) == typeof(float) ? new(Vector128.Cos(a.v.AsSingle()).As<float, T>()) : typeof(T) == typeof(double) ? new(Vector128.Cos(a.v.AsDouble()).As<double, T>()) : a;

    public static Lanes128<T> Pow(Lanes128<T> a, Lanes128<T> b)
    {
        var result = a.v;
        for (var i = 0; i < Count; i++)
        {
            result = result.WithElement(i, ScalarPow.Of(a.v.GetElement(i), b.v.GetElement(i)));
        }
        return new(result);
    }

    public static bool HasScale => Avx512F.VL.IsSupported;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Scale(Lanes128<T> a, Lanes128<T> n) =>
        typeof(T) == typeof(float) ? new(Avx512F.VL.Scale(a.v.AsSingle(), n.v.AsSingle()).As<float, T>())
        : new(Avx512F.VL.Scale(a.v.AsDouble(), n.v.AsDouble()).As<double, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> CopySign(Lanes128<T> a, Lanes128<T> b) => new(Vector128.CopySign(a.v, b.v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Less(Lanes128<T> a, Lanes128<T> b) => new(Vector128.LessThan(a.v, b.v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> LessOrEqual(Lanes128<T> a, Lanes128<T> b) => new(Vector128.LessThanOrEqual(a.v, b.v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Equal(Lanes128<T> a, Lanes128<T> b) => new(Vector128.Equals(a.v, b.v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Select(Lanes128<T> mask, Lanes128<T> a, Lanes128<T> b) => new(Vector128.ConditionalSelect(mask.v, a.v, b.v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> ShiftLeft(Lanes128<T> a, int count) => typeof(T) == typeof(double)
        ? new(Vector128.ShiftLeft(a.v.As<T, long>(), count).As<long, T>())
        : new(Vector128.ShiftLeft(a.v.As<T, int>(), count).As<int, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> ShiftRight(Lanes128<T> a, int count) => typeof(T) == typeof(double)
        ? new(Vector128.ShiftRightLogical(a.v.As<T, long>(), count).As<long, T>())
        : new(Vector128.ShiftRightLogical(a.v.As<T, int>(), count).As<int, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Bits(Lanes128<T> mask) => Vector128.ExtractMostSignificantBits(mask.v);

    /// <summary>The first lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T First(Lanes128<T> a) => a.v.ToScalar();

    /// <summary>The halves in each other's place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> SwapHalves(Lanes128<T> a) => new(Vector128.Shuffle(a.v.AsInt64(), Vector128.Create(1L, 0)).As<long, T>());

    /// <summary>Each lane of 32 bits in its neighbour's place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> SwapNeighbours(Lanes128<T> a) => new(Vector128.Shuffle(a.v.AsInt32(), Vector128.Create(1, 0, 3, 2)).As<int, T>());
}
