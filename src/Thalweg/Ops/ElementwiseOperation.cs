using System.Numerics;
using System.Reflection;
using Thalweg.Kernels;

namespace Thalweg;

/// <summary>
/// An operation whose every result element comes from the input elements at the same place. A plan fuses neighbours into
/// one loop: emitted at run time from their <see cref="Step{T, V}"/>, or carried out tile by tile with <see cref="Tile"/>.
/// </summary>
abstract record ElementwiseOperation : Operation
{
    /// <summary>The type that the loop works in, for a result of a type: a comparison's result is Bool, its work is not.</summary>
    public virtual DType WorkType(ReadOnlySpan<Tensor> inputs, Tensor output) => output.DType;

    /// <summary>Computes a short contiguous run.</summary>
    /// <param name="type">The type that the work is done in.</param>
    /// <param name="inputs">Where the runs of the inputs begin.</param>
    /// <param name="singles">A bit for each input that is one element standing for all.</param>
    /// <param name="output">Where the result goes.</param>
    /// <param name="count">How many elements.</param>
    public abstract void Tile(DType type, ReadOnlySpan<nint> inputs, uint singles, nint output, int count);

    /// <summary>A matrix product or convolution with a bias as one that ends in this operation; null where it can't.</summary>
    public virtual Operation? AfterProduct(Operation biased) => null;

    /// <summary>The static method that computes it on vectors; truth values are masks there.</summary>
    public abstract MethodInfo Step<T, V>() where T : unmanaged, INumber<T> where V : struct, ILanes<T, V>;
}
