using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Thalweg.Kernels;

/// <summary>256 bits of elements.</summary>
readonly struct Lanes256<T>(Vector256<T> v) : ILanes<T, Lanes256<T>> where T : unmanaged, INumber<T>
{
    readonly Vector256<T> v = v;

    public static int Count => Vector256<T>.Count;

    public static Lanes256<T> Load(ref readonly T source) => new(Vector256.LoadUnsafe(in source));

    public static void Store(Lanes256<T> value, ref T destination) => value.v.StoreUnsafe(ref destination);

    // Constants are many: by as few calls as can be, since the compiler inlines only so many into one loop.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Of(double value) =>
        typeof(T) == typeof(float) ? From(Vector256.Create((float)value))
        : typeof(T) == typeof(double) ? From(Vector256.Create(value))
        : new(Vector256.Create(T.CreateTruncating(value)));

    public static Lanes256<T> Of(T value) => new(Vector256.Create(value));

    public static Lanes256<T> operator +(Lanes256<T> a, Lanes256<T> b) => new(a.v + b.v);

    public static Lanes256<T> operator -(Lanes256<T> a, Lanes256<T> b) => new(a.v - b.v);

    public static Lanes256<T> operator *(Lanes256<T> a, Lanes256<T> b) => new(a.v * b.v);

    public static Lanes256<T> operator /(Lanes256<T> a, Lanes256<T> b) => new(a.v / b.v);

    public static Lanes256<T> operator -(Lanes256<T> a) => new(-a.v);

    public static Lanes256<T> operator &(Lanes256<T> a, Lanes256<T> b) => new(a.v & b.v);

    public static Lanes256<T> operator |(Lanes256<T> a, Lanes256<T> b) => new(a.v | b.v);

    public static Lanes256<T> operator ~(Lanes256<T> a) => new(~a.v);

    public static Lanes256<T> Fma(Lanes256<T> a, Lanes256<T> b, Lanes256<T> c) =>
        typeof(T) == typeof(float) ? From(Vector256.FusedMultiplyAdd(F(a), F(b), F(c)))
        : typeof(T) == typeof(double) ? From(Vector256.FusedMultiplyAdd(D(a), D(b), D(c)))
        : (a * b) + c;

    public static Lanes256<T> Min(Lanes256<T> a, Lanes256<T> b) => new(Vector256.Min(a.v, b.v));

    public static Lanes256<T> Max(Lanes256<T> a, Lanes256<T> b) => new(Vector256.Max(a.v, b.v));

    public static Lanes256<T> Abs(Lanes256<T> a) => new(Vector256.Abs(a.v));

    public static Lanes256<T> Sqrt(Lanes256<T> a) => new(Vector256.Sqrt(a.v));

    public static Lanes256<T> Floor(Lanes256<T> a) => IsFloat ? From(Vector256.Floor(F(a))) : IsDouble ? From(Vector256.Floor(D(a))) : a;

    public static Lanes256<T> Ceiling(Lanes256<T> a) => IsFloat ? From(Vector256.Ceiling(F(a))) : IsDouble ? From(Vector256.Ceiling(D(a))) : a;

    public static Lanes256<T> Round(Lanes256<T> a) => IsFloat ? From(Vector256.Round(F(a))) : IsDouble ? From(Vector256.Round(D(a))) : a;

    public static Lanes256<T> Sin(Lanes256<T> a) => IsFloat ? From(Vector256.Sin(F(a))) : IsDouble ? From(Vector256.Sin(D(a))) : a;

    public static Lanes256<T> Cos(Lanes256<T> a) => IsFloat ? From(Vector256.Cos(F(a))) : IsDouble ? From(Vector256.Cos(D(a))) : a;

    public static Lanes256<T> Pow(Lanes256<T> a, Lanes256<T> b)
    {
        var result = a.v;
        for (var i = 0; i < Count; i++)
        {
            result = result.WithElement(i, ScalarPow.Of(a.v.GetElement(i), b.v.GetElement(i)));
        }
        return new(result);
    }

    public static Lanes256<T> CopySign(Lanes256<T> a, Lanes256<T> b) => new(Vector256.CopySign(a.v, b.v));

    public static Lanes256<T> Less(Lanes256<T> a, Lanes256<T> b) => new(Vector256.LessThan(a.v, b.v));

    public static Lanes256<T> LessOrEqual(Lanes256<T> a, Lanes256<T> b) => new(Vector256.LessThanOrEqual(a.v, b.v));

    public static Lanes256<T> Equal(Lanes256<T> a, Lanes256<T> b) => new(Vector256.Equals(a.v, b.v));

    public static Lanes256<T> Select(Lanes256<T> mask, Lanes256<T> a, Lanes256<T> b) => new(Vector256.ConditionalSelect(mask.v, a.v, b.v));

    public static Lanes256<T> ShiftLeft(Lanes256<T> a, int count) => IsDouble
        ? From(Vector256.ShiftLeft(a.v.As<T, long>(), count))
        : From(Vector256.ShiftLeft(a.v.As<T, int>(), count));

    public static Lanes256<T> ShiftRight(Lanes256<T> a, int count) => IsDouble
        ? From(Vector256.ShiftRightLogical(a.v.As<T, long>(), count))
        : From(Vector256.ShiftRightLogical(a.v.As<T, int>(), count));

    public static ulong Bits(Lanes256<T> mask) => Vector256.ExtractMostSignificantBits(mask.v);

    static bool IsFloat => typeof(T) == typeof(float);

    static bool IsDouble => typeof(T) == typeof(double);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector256<float> F(Lanes256<T> a) => a.v.As<T, float>();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector256<double> D(Lanes256<T> a) => a.v.As<T, double>();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Lanes256<T> From<U>(Vector256<U> u) => new(u.As<U, T>());
}
