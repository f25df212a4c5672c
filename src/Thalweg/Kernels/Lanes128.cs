using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Thalweg.Kernels;

/// <summary>128 bits of elements.</summary>
readonly struct Lanes128<T>(Vector128<T> v) : ILanes<T, Lanes128<T>> where T : unmanaged, INumber<T>
{
    readonly Vector128<T> v = v;

    public static int Count => Vector128<T>.Count;

    public static Lanes128<T> Load(ref readonly T source) => new(Vector128.LoadUnsafe(in source));

    public static void Store(Lanes128<T> value, ref T destination) => value.v.StoreUnsafe(ref destination);

    // Constants are many: by as few calls as can be, since the compiler inlines only so many into one loop.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Of(double value) =>
        typeof(T) == typeof(float) ? From(Vector128.Create((float)value))
        : typeof(T) == typeof(double) ? From(Vector128.Create(value))
        : new(Vector128.Create(T.CreateTruncating(value)));

    public static Lanes128<T> Of(T value) => new(Vector128.Create(value));

    public static Lanes128<T> operator +(Lanes128<T> a, Lanes128<T> b) => new(a.v + b.v);

    public static Lanes128<T> operator -(Lanes128<T> a, Lanes128<T> b) => new(a.v - b.v);

    public static Lanes128<T> operator *(Lanes128<T> a, Lanes128<T> b) => new(a.v * b.v);

    public static Lanes128<T> operator /(Lanes128<T> a, Lanes128<T> b) => new(a.v / b.v);

    public static Lanes128<T> operator -(Lanes128<T> a) => new(-a.v);

    public static Lanes128<T> operator &(Lanes128<T> a, Lanes128<T> b) => new(a.v & b.v);

    public static Lanes128<T> operator |(Lanes128<T> a, Lanes128<T> b) => new(a.v | b.v);

    public static Lanes128<T> operator ~(Lanes128<T> a) => new(~a.v);

    public static Lanes128<T> Fma(Lanes128<T> a, Lanes128<T> b, Lanes128<T> c) =>
        typeof(T) == typeof(float) ? From(Vector128.FusedMultiplyAdd(F(a), F(b), F(c)))
        : typeof(T) == typeof(double) ? From(Vector128.FusedMultiplyAdd(D(a), D(b), D(c)))
        : (a * b) + c;

    public static Lanes128<T> Min(Lanes128<T> a, Lanes128<T> b) => new(Vector128.Min(a.v, b.v));

    public static Lanes128<T> Max(Lanes128<T> a, Lanes128<T> b) => new(Vector128.Max(a.v, b.v));

    public static Lanes128<T> Abs(Lanes128<T> a) => new(Vector128.Abs(a.v));

    public static Lanes128<T> Sqrt(Lanes128<T> a) => new(Vector128.Sqrt(a.v));

    public static Lanes128<T> Floor(Lanes128<T> a) => IsFloat ? From(Vector128.Floor(F(a))) : IsDouble ? From(Vector128.Floor(D(a))) : a;

    public static Lanes128<T> Ceiling(Lanes128<T> a) => IsFloat ? From(Vector128.Ceiling(F(a))) : IsDouble ? From(Vector128.Ceiling(D(a))) : a;

    public static Lanes128<T> Round(Lanes128<T> a) => IsFloat ? From(Vector128.Round(F(a))) : IsDouble ? From(Vector128.Round(D(a))) : a;

    public static Lanes128<T> Sin(Lanes128<T> a) => IsFloat ? From(Vector128.Sin(F(a))) : IsDouble ? From(Vector128.Sin(D(a))) : a;

    public static Lanes128<T> Cos(Lanes128<T> a) => IsFloat ? From(Vector128.Cos(F(a))) : IsDouble ? From(Vector128.Cos(D(a))) : a;

    public static Lanes128<T> Pow(Lanes128<T> a, Lanes128<T> b)
    {
        var result = a.v;
        for (var i = 0; i < Count; i++)
        {
            result = result.WithElement(i, ScalarPow.Of(a.v.GetElement(i), b.v.GetElement(i)));
        }
        return new(result);
    }

    public static Lanes128<T> CopySign(Lanes128<T> a, Lanes128<T> b) => new(Vector128.CopySign(a.v, b.v));

    public static Lanes128<T> Less(Lanes128<T> a, Lanes128<T> b) => new(Vector128.LessThan(a.v, b.v));

    public static Lanes128<T> LessOrEqual(Lanes128<T> a, Lanes128<T> b) => new(Vector128.LessThanOrEqual(a.v, b.v));

    public static Lanes128<T> Equal(Lanes128<T> a, Lanes128<T> b) => new(Vector128.Equals(a.v, b.v));

    public static Lanes128<T> Select(Lanes128<T> mask, Lanes128<T> a, Lanes128<T> b) => new(Vector128.ConditionalSelect(mask.v, a.v, b.v));

    public static Lanes128<T> ShiftLeft(Lanes128<T> a, int count) => IsDouble
        ? From(Vector128.ShiftLeft(a.v.As<T, long>(), count))
        : From(Vector128.ShiftLeft(a.v.As<T, int>(), count));

    public static Lanes128<T> ShiftRight(Lanes128<T> a, int count) => IsDouble
        ? From(Vector128.ShiftRightLogical(a.v.As<T, long>(), count))
        : From(Vector128.ShiftRightLogical(a.v.As<T, int>(), count));

    public static ulong Bits(Lanes128<T> mask) => Vector128.ExtractMostSignificantBits(mask.v);

    /// <summary>The first lane.</summary>
    public static T First(Lanes128<T> a) => a.v.ToScalar();

    /// <summary>The halves in each other's place.</summary>
    public static Lanes128<T> SwapHalves(Lanes128<T> a) => new(Vector128.Shuffle(a.v.AsInt64(), Vector128.Create(1L, 0)).As<long, T>());

    /// <summary>Each lane of 32 bits in its neighbour's place.</summary>
    public static Lanes128<T> SwapNeighbours(Lanes128<T> a) => new(Vector128.Shuffle(a.v.AsInt32(), Vector128.Create(1, 0, 3, 2)).As<int, T>());

    static bool IsFloat => typeof(T) == typeof(float);

    static bool IsDouble => typeof(T) == typeof(double);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector128<float> F(Lanes128<T> a) => a.v.As<T, float>();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector128<double> D(Lanes128<T> a) => a.v.As<T, double>();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Lanes128<T> From<U>(Vector128<U> u) => new(u.As<U, T>());
}
