using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Thalweg.Kernels;

/// <summary>512 bits of elements.</summary>
/// <remarks>By as few calls as can be, since the compiler inlines only so many into one loop: <c>As</c> is none to it.</remarks>
readonly struct Lanes512<T>(Vector512<T> v) : ILanes<T, Lanes512<T>> where T : unmanaged, INumber<T>
{
    readonly Vector512<T> v = v;

    public static int Count => Vector512<T>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Load(ref readonly T source) => new(Vector512.LoadUnsafe(in source));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Lanes512<T> value, ref T destination) => value.v.StoreUnsafe(ref destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Of(double value) =>
        typeof(T) == typeof(float) ? new(Vector512.Create((float)value).As<float, T>())
        : typeof(T) == typeof(double) ? new(Vector512.Create(value).As<double, T>())
        : new(Vector512.Create(T.CreateTruncating(value)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Of(T value) => new(Vector512.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> operator +(Lanes512<T> a, Lanes512<T> b) => new(a.v + b.v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> operator -(Lanes512<T> a, Lanes512<T> b) => new(a.v - b.v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> operator *(Lanes512<T> a, Lanes512<T> b) => new(a.v * b.v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> operator /(Lanes512<T> a, Lanes512<T> b) => new(a.v / b.v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> operator -(Lanes512<T> a) => new(-a.v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> operator &(Lanes512<T> a, Lanes512<T> b) => new(a.v & b.v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> operator |(Lanes512<T> a, Lanes512<T> b) => new(a.v | b.v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> operator ~(Lanes512<T> a) => new(~a.v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Fma(Lanes512<T> a, Lanes512<T> b, Lanes512<T> c) =>
        typeof(T) == typeof(float) ? new(Vector512.FusedMultiplyAdd(a.v.AsSingle(), b.v.AsSingle(), c.v.AsSingle()).As<float, T>())
        : typeof(T) == typeof(double) ? new(Vector512.FusedMultiplyAdd(a.v.AsDouble(), b.v.AsDouble(), c.v.AsDouble()).As<double, T>())
        : (a * b) + c;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Min(Lanes512<T> a, Lanes512<T> b) => new(Vector512.Min(a.v, b.v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Max(Lanes512<T> a, Lanes512<T> b) => new(Vector512.Max(a.v, b.v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Clamp(Lanes512<T> a, Lanes512<T> low, Lanes512<T> high) => new(Vector512.MaxNative(low.v, Vector512.MinNative(high.v, a.v)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Larger(Lanes512<T> a, Lanes512<T> b) => new(Vector512.MaxNative(a.v, b.v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Abs(Lanes512<T> a) => new(Vector512.Abs(a.v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Sqrt(Lanes512<T> a) => new(Vector512.Sqrt(a.v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Floor(Lanes512<T> a) => typeof(T) == typeof(float) ? new(Vector512.Floor(a.v.AsSingle()).As<float, T>()) : typeof(T) == typeof(double) ? new(Vector512.Floor(a.v.AsDouble()).As<double, T>()) : a;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Ceiling(Lanes512<T> a) => typeof(T) == typeof(float) ? new(Vector512.Ceiling(a.v.AsSingle()).As<float, T>()) : typeof(T) == typeof(double) ? new(Vector512.Ceiling(a.v.AsDouble()).As<double, T>()) : a;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Round(Lanes512<T> a) => typeof(T) == typeof(float) ? new(Vector512.Round(a.v.AsSingle()).As<float, T>()) : typeof(T) == typeof(double) ? new(Vector512.Round(a.v.AsDouble()).As<double, T>()) : a;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Sin(Lanes512<T> a) => typeof(T) == typeof(float) ? new(Vector512.Sin(a.v.AsSingle()).As<float, T>()) : typeof(T) == typeof(double) ? new(Vector512.Sin(a.v.AsDouble()).As<double, T>()) : a;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Cos(Lanes512<T> a) => typeof(T) == typeof(float) ? new(Vector512.Cos(a.v.AsSingle()).As<float, T>()) : typeof(T) == typeof(double) ? new(Vector512.Cos(a.v.AsDouble()).As<double, T>()) : a;

    public static Lanes512<T> Pow(Lanes512<T> a, Lanes512<T> b)
    {
        var result = a.v;
        for (var i = 0; i < Count; i++)
        {
            result = result.WithElement(i, ScalarPow.Of(a.v.GetElement(i), b.v.GetElement(i)));
        }
        return new(result);
    }

    public static bool HasScale => Avx512F.IsSupported;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Scale(Lanes512<T> a, Lanes512<T> n) =>
        typeof(T) == typeof(float) ? new(Avx512F.Scale(a.v.AsSingle(), n.v.AsSingle()).As<float, T>())
        : new(Avx512F.Scale(a.v.AsDouble(), n.v.AsDouble()).As<double, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> CopySign(Lanes512<T> a, Lanes512<T> b) => new(Vector512.CopySign(a.v, b.v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Less(Lanes512<T> a, Lanes512<T> b) => new(Vector512.LessThan(a.v, b.v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> LessOrEqual(Lanes512<T> a, Lanes512<T> b) => new(Vector512.LessThanOrEqual(a.v, b.v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Equal(Lanes512<T> a, Lanes512<T> b) => new(Vector512.Equals(a.v, b.v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Select(Lanes512<T> mask, Lanes512<T> a, Lanes512<T> b) => new(Vector512.ConditionalSelect(mask.v, a.v, b.v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> ShiftLeft(Lanes512<T> a, int count) => typeof(T) == typeof(double)
        ? new(Vector512.ShiftLeft(a.v.As<T, long>(), count).As<long, T>())
        : new(Vector512.ShiftLeft(a.v.As<T, int>(), count).As<int, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> ShiftRight(Lanes512<T> a, int count) => typeof(T) == typeof(double)
        ? new(Vector512.ShiftRightLogical(a.v.As<T, long>(), count).As<long, T>())
        : new(Vector512.ShiftRightLogical(a.v.As<T, int>(), count).As<int, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Bits(Lanes512<T> mask) => Vector512.ExtractMostSignificantBits(mask.v);
}
