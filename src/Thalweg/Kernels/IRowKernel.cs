using System.Numerics;

namespace Thalweg.Kernels;

/// <summary>A function of a row of numbers that gives as many.</summary>
unsafe interface IRowKernel
{
    /// <summary>y = the function of x, both of a length; never the same memory.</summary>
    static abstract void Run<T, V>(T* x, T* y, int length) where T : unmanaged, INumber<T> where V : struct, ILanes<T, V>;

    /// <summary>The same for several rows one after the other, each shorter than <see cref="RowLoop.ShortRow"/>.</summary>
    static abstract void RunShort<T, V>(T* x, T* y, int rows, int length) where T : unmanaged, INumber<T> where V : struct, ILanes<T, V>;
}
