using System.Numerics;
using System.Runtime.CompilerServices;

namespace Thalweg.Kernels;

/// <summary>What emitted loops are made of: loads, stores, and kernels as static methods, which the compiler inlines.</summary>
static unsafe class LaneSteps<T, V> where T : unmanaged, INumber<T> where V : struct, ILanes<T, V>
{
    /// <summary>Elements from position i on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Load(nint run, nint i) => V.Load(ref ((T*)run)[i]);

    /// <summary>One element in every lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Single(nint element) => V.Of(*(T*)element);

    /// <summary>Stores elements from position i on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(V value, nint run, nint i) => V.Store(value, ref ((T*)run)[i]);

    /// <summary>Truth values from position i on, as a mask.</summary>
    public static V LoadTruths(nint run, nint i)
    {
        var lanes = stackalloc T[V.Count];
        for (var lane = 0; lane < V.Count; lane++)
        {
            lanes[lane] = ((bool*)run)[i + lane] ? T.One : T.Zero;
        }
        return V.Equal(V.Load(ref *lanes), V.Of(1.0));
    }

    /// <summary>One truth value in every lane, as a mask.</summary>
    public static V SingleTruth(nint element) => V.Equal(V.Of(*(bool*)element ? 1.0 : 0.0), V.Of(1.0));

    /// <summary>Stores a mask as truth values.</summary>
    public static void StoreTruths(V mask, nint run, nint i)
    {
        var bits = V.Bits(mask);
        for (var lane = 0; lane < V.Count; lane++, bits >>= 1)
        {
            ((bool*)run)[i + lane] = (bits & 1) != 0;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Unary<K>(V x) where K : struct, IUnaryKernel => default(K).Run<T, V>(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Binary<K>(V a, V b) where K : struct, IBinaryKernel => default(K).Run<T, V>(a, b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Select(V mask, V a, V b) => V.Select(mask, a, b);

    /// <summary>1 where a mask is set, else 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V FromMask(V mask) => V.Select(mask, V.Of(1.0), V.Of(0.0));
}
