using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Thalweg.Kernels;

/// <summary>256 bits of elements.</summary>
/// <remarks>By as few calls as can be, since the compiler inlines only so many into one loop: <c>As</c> is none to it.</remarks>
readonly struct Lanes256<T>(Vector256<T> v) : ILanes<T, Lanes256<T>> where T : unmanaged, INumber<T>
{
    readonly Vector256<T> v = v;

    public static int Count => Vector256<T>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Load(ref readonly T source) => new(Vector256.LoadUnsafe(in source));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Lanes256<T> value, ref T destination) => value.v.StoreUnsafe(ref destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Of(double value) =>
        typeof(T) == typeof(float) ? new(Vector256.Create((float)value).As<float, T>())
        : typeof(T) == typeof(double) ? new(Vector256.Create(value).As<double, T>())
        : new(Vector256.Create(T.CreateTruncating(value)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Of(T value) => new(Vector256.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> operator +(Lanes256<T> a, Lanes256<T> b) => new(a.v + b.v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> operator -(Lanes256<T> a, Lanes256<T> b) => new(a.v - b.v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> operator *(Lanes256<T> a, Lanes256<T> b) => new(a.v * b.v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> operator /(Lanes256<T> a, Lanes256<T> b) => new(a.v / b.v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> operator -(Lanes256<T> a) => new(-a.v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> operator &(Lanes256<T> a, Lanes256<T> b) => new(a.v & b.v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> operator |(Lanes256<T> a, Lanes256<T> b) => new(a.v | b.v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> operator ~(Lanes256<T> a) => new(~a.v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Fma(Lanes256<T> a, Lanes256<T> b, Lanes256<T> c) =>
        typeof(T) == typeof(float) ? new(Vector256.FusedMultiplyAdd(a.v.AsSingle(), b.v.AsSingle(), c.v.AsSingle()).As<float, T>())
        : typeof(T) == typeof(double) ? new(Vector256.FusedMultiplyAdd(a.v.AsDouble(), b.v.AsDouble(), c.v.AsDouble()).As<double, T>())
        : (a * b) + c;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Min(Lanes256<T> a, Lanes256<T> b) => new(Vector256.Min(a.v, b.v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Max(Lanes256<T> a, Lanes256<T> b) => new(Vector256.Max(a.v, b.v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Clamp(Lanes256<T> a, Lanes256<T> low, Lanes256<T> high) => new(Vector256.MaxNative(low.v, Vector256.MinNative(high.v, a.v)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Larger(Lanes256<T> a, Lanes256<T> b) => new(Vector256.MaxNative(a.v, b.v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Abs(Lanes256<T> a) => new(Vector256.Abs(a.v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Sqrt(Lanes256<T> a) => new(Vector256.Sqrt(a.v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Floor(Lanes256<T> a) => typeof(T) == typeof(float) ? new(Vector256.Floor(a.v.AsSingle()).As<float, T>()) : typeof(T) == typeof(double) ? new(Vector256.Floor(a.v.AsDouble()).As<double, T>()) : a;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Ceiling(Lanes256<T> a) => typeof(T) == typeof(float) ? new(Vector256.Ceiling(a.v.AsSingle()).As<float, T>()) : typeof(T) == typeof(double) ? new(Vector256.Ceiling(a.v.AsDouble()).As<double, T>()) : a;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Round(Lanes256<T> a) => typeof(T) == typeof(float) ? new(Vector256.Round(a.v.AsSingle()).As<float, T>()) : typeof(T) == typeof(double) ? new(Vector256.Round(a.v.AsDouble()).As<double, T>()) : a;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Sin(Lanes256<T> a) => typeof(T) == typeof(float) ? new(Vector256.Sin(a.v.AsSingle()).As<float, T>()) : typeof(T) == typeof(double) ? new(Vector256.Sin(a.v.AsDouble()).As<double, T>()) : a;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Cos(Lanes256<T> a) => typeof(T) == typeof(float) ? new(Vector256.Cos(a.v.AsSingle()).As<float, T>()) : typeof(T) == typeof(double) ? new(Vector256.Cos(a.v.AsDouble()).As<double, T>()) : a;

    public static Lanes256<T> Pow(Lanes256<T> a, Lanes256<T> b)
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
    public static Lanes256<T> Scale(Lanes256<T> a, Lanes256<T> n) =>
        typeof(T) == typeof(float) ? new(Avx512F.VL.Scale(a.v.AsSingle(), n.v.AsSingle()).As<float, T>())
        : new(Avx512F.VL.Scale(a.v.AsDouble(), n.v.AsDouble()).As<double, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> CopySign(Lanes256<T> a, Lanes256<T> b) => new(Vector256.CopySign(a.v, b.v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Less(Lanes256<T> a, Lanes256<T> b) => new(Vector256.LessThan(a.v, b.v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> LessOrEqual(Lanes256<T> a, Lanes256<T> b) => new(Vector256.LessThanOrEqual(a.v, b.v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Equal(Lanes256<T> a, Lanes256<T> b) => new(Vector256.Equals(a.v, b.v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Select(Lanes256<T> mask, Lanes256<T> a, Lanes256<T> b) => new(Vector256.ConditionalSelect(mask.v, a.v, b.v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> ShiftLeft(Lanes256<T> a, int count) => typeof(T) == typeof(double)
        ? new(Vector256.ShiftLeft(a.v.As<T, long>(), count).As<long, T>())
        : new(Vector256.ShiftLeft(a.v.As<T, int>(), count).As<int, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> ShiftRight(Lanes256<T> a, int count) => typeof(T) == typeof(double)
        ? new(Vector256.ShiftRightLogical(a.v.As<T, long>(), count).As<long, T>())
        : new(Vector256.ShiftRightLogical(a.v.As<T, int>(), count).As<int, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Bits(Lanes256<T> mask) => Vector256.ExtractMostSignificantBits(mask.v);
}
