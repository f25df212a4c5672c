using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Thalweg.Kernels;

/// <summary>512 bits of elements.</summary>
readonly struct Lanes512<T>(Vector512<T> v) : ILanes<T, Lanes512<T>> where T : unmanaged, INumber<T>
{
    readonly Vector512<T> v = v;

    public static int Count => Vector512<T>.Count;

    public static Lanes512<T> Load(ref readonly T source) => new(Vector512.LoadUnsafe(in source));

    public static void Store(Lanes512<T> value, ref T destination) => value.v.StoreUnsafe(ref destination);

    // Constants are many: by as few calls as can be, since the compiler inlines only so many into one loop.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Of(double value) =>
        typeof(T) == typeof(float) ? From(Vector512.Create((float)value))
        : typeof(T) == typeof(double) ? From(Vector512.Create(value))
        : new(Vector512.Create(T.CreateTruncating(value)));

    public static Lanes512<T> Of(T value) => new(Vector512.Create(value));

    public static Lanes512<T> operator +(Lanes512<T> a, Lanes512<T> b) => new(a.v + b.v);

    public static Lanes512<T> operator -(Lanes512<T> a, Lanes512<T> b) => new(a.v - b.v);

    public static Lanes512<T> operator *(Lanes512<T> a, Lanes512<T> b) => new(a.v * b.v);

    public static Lanes512<T> operator /(Lanes512<T> a, Lanes512<T> b) => new(a.v / b.v);

    public static Lanes512<T> operator -(Lanes512<T> a) => new(-a.v);

    public static Lanes512<T> operator &(Lanes512<T> a, Lanes512<T> b) => new(a.v & b.v);

    public static Lanes512<T> operator |(Lanes512<T> a, Lanes512<T> b) => new(a.v | b.v);

    public static Lanes512<T> operator ~(Lanes512<T> a) => new(~a.v);

    public static Lanes512<T> Fma(Lanes512<T> a, Lanes512<T> b, Lanes512<T> c) =>
        typeof(T) == typeof(float) ? From(Vector512.FusedMultiplyAdd(F(a), F(b), F(c)))
        : typeof(T) == typeof(double) ? From(Vector512.FusedMultiplyAdd(D(a), D(b), D(c)))
        : (a * b) + c;

    public static Lanes512<T> Min(Lanes512<T> a, Lanes512<T> b) => new(Vector512.Min(a.v, b.v));

    public static Lanes512<T> Max(Lanes512<T> a, Lanes512<T> b) => new(Vector512.Max(a.v, b.v));

    public static Lanes512<T> Abs(Lanes512<T> a) => new(Vector512.Abs(a.v));

    public static Lanes512<T> Sqrt(Lanes512<T> a) => new(Vector512.Sqrt(a.v));

    public static Lanes512<T> Floor(Lanes512<T> a) => IsFloat ? From(Vector512.Floor(F(a))) : IsDouble ? From(Vector512.Floor(D(a))) : a;

    public static Lanes512<T> Ceiling(Lanes512<T> a) => IsFloat ? From(Vector512.Ceiling(F(a))) : IsDouble ? From(Vector512.Ceiling(D(a))) : a;

    public static Lanes512<T> Round(Lanes512<T> a) => IsFloat ? From(Vector512.Round(F(a))) : IsDouble ? From(Vector512.Round(D(a))) : a;

    public static Lanes512<T> Sin(Lanes512<T> a) => IsFloat ? From(Vector512.Sin(F(a))) : IsDouble ? From(Vector512.Sin(D(a))) : a;

    public static Lanes512<T> Cos(Lanes512<T> a) => IsFloat ? From(Vector512.Cos(F(a))) : IsDouble ? From(Vector512.Cos(D(a))) : a;

    public static Lanes512<T> Pow(Lanes512<T> a, Lanes512<T> b)
    {
        var result = a.v;
        for (var i = 0; i < Count; i++)
        {
            result = result.WithElement(i, ScalarPow.Of(a.v.GetElement(i), b.v.GetElement(i)));
        }
        return new(result);
    }

    public static Lanes512<T> CopySign(Lanes512<T> a, Lanes512<T> b) => new(Vector512.CopySign(a.v, b.v));

    public static Lanes512<T> Less(Lanes512<T> a, Lanes512<T> b) => new(Vector512.LessThan(a.v, b.v));

    public static Lanes512<T> LessOrEqual(Lanes512<T> a, Lanes512<T> b) => new(Vector512.LessThanOrEqual(a.v, b.v));

    public static Lanes512<T> Equal(Lanes512<T> a, Lanes512<T> b) => new(Vector512.Equals(a.v, b.v));

    public static Lanes512<T> Select(Lanes512<T> mask, Lanes512<T> a, Lanes512<T> b) => new(Vector512.ConditionalSelect(mask.v, a.v, b.v));

    public static Lanes512<T> ShiftLeft(Lanes512<T> a, int count) => IsDouble
        ? From(Vector512.ShiftLeft(a.v.As<T, long>(), count))
        : From(Vector512.ShiftLeft(a.v.As<T, int>(), count));

    public static Lanes512<T> ShiftRight(Lanes512<T> a, int count) => IsDouble
        ? From(Vector512.ShiftRightLogical(a.v.As<T, long>(), count))
        : From(Vector512.ShiftRightLogical(a.v.As<T, int>(), count));

    public static ulong Bits(Lanes512<T> mask) => Vector512.ExtractMostSignificantBits(mask.v);

    static bool IsFloat => typeof(T) == typeof(float);

    static bool IsDouble => typeof(T) == typeof(double);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector512<float> F(Lanes512<T> a) => a.v.As<T, float>();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector512<double> D(Lanes512<T> a) => a.v.As<T, double>();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Lanes512<T> From<U>(Vector512<U> u) => new(u.As<U, T>());
}
