using System.Numerics;
using Thalweg.Kernels;

namespace Thalweg.Tests.Contracts;

/// <summary>What vectors of every width keep: each lane computes what the runtime computes for a single number.</summary>
static class LanesContract
{
    public static void Check<T, V>() where T : unmanaged, IBinaryFloatingPointIeee754<T> where V : struct, ILanes<T, V>
    {
        double[] values = [0.5, -1.5, 2.5, -0.0, 3, -7.25, 1e3, 0.1];
        foreach (var a in values)
        {
            Unary<T, V>(a, V.Abs, T.Abs);
            Unary<T, V>(a, v => V.Sqrt(V.Abs(v)), x => T.Sqrt(T.Abs(x)));
            Unary<T, V>(a, V.Floor, T.Floor);
            Unary<T, V>(a, V.Ceiling, T.Ceiling);
            Unary<T, V>(a, V.Round, x => T.Round(x, MidpointRounding.ToEven));
            Unary<T, V>(a, v => -v, x => -x);
            foreach (var b in values)
            {
                Binary<T, V>(a, b, (x, y) => x + y, (x, y) => x + y);
                Binary<T, V>(a, b, (x, y) => x - y, (x, y) => x - y);
                Binary<T, V>(a, b, (x, y) => x * y, (x, y) => x * y);
                Binary<T, V>(a, b, (x, y) => x / y, (x, y) => x / y);
                Binary<T, V>(a, b, V.Min, T.Min);
                Binary<T, V>(a, b, V.Max, T.Max);
                Binary<T, V>(a, b, V.CopySign, T.CopySign);
                Binary<T, V>(a, b, V.Pow, T.Pow);
                Binary<T, V>(a, b, (x, y) => V.Fma(x, y, V.Of(0.3)), (x, y) => T.FusedMultiplyAdd(x, y, T.CreateTruncating(0.3)));
                Binary<T, V>(a, b, (x, y) => V.Select(V.Less(x, y), x, y), (x, y) => x < y ? x : y);
                Binary<T, V>(a, b, (x, y) => V.Select(V.LessOrEqual(x, y), x, y), (x, y) => x <= y ? x : y);
                Binary<T, V>(a, b, (x, y) => V.Select(V.Equal(x, y), x, V.Of(9)), (x, y) => x == y ? x : T.CreateTruncating(9));
                Binary<T, V>(a, b, (x, y) => V.Select(~V.Equal(x, y) & V.Less(x, y), x, y), (x, y) => x < y ? x : y);
                Binary<T, V>(a, b, (x, y) => V.Select(V.Equal(x, y) | V.Less(x, y), x, y), (x, y) => x <= y ? x : y);
            }
        }
        var all = (1UL << V.Count) - 1;
        Assert.Equal(all, V.Bits(V.Less(V.Of(1), V.Of(2))));
        Assert.Equal(0UL, V.Bits(V.Less(V.Of(2), V.Of(1))));
    }

    static void Unary<T, V>(double a, Func<V, V> lanes, Func<T, T> plain) where T : unmanaged, INumber<T> where V : struct, ILanes<T, V>
    {
        var number = T.CreateTruncating(a);
        AssertEvery(lanes(V.Of(number)), plain(number));
    }

    static void Binary<T, V>(double a, double b, Func<V, V, V> lanes, Func<T, T, T> plain) where T : unmanaged, INumber<T> where V : struct, ILanes<T, V>
    {
        var (x, y) = (T.CreateTruncating(a), T.CreateTruncating(b));
        AssertEvery(lanes(V.Of(x), V.Of(y)), plain(x, y));
    }

    static void AssertEvery<T, V>(V lanes, T expected) where T : unmanaged, INumber<T> where V : struct, ILanes<T, V>
    {
        var values = new T[V.Count];
        V.Store(lanes, ref values[0]);
        Assert.All(values, value => Assert.True(value == expected || T.IsNaN(value) && T.IsNaN(expected), $"{value} where {expected} was expected"));
    }
}
