namespace Thalweg;

/// <summary>The type of a tensor's elements. The order is that of promotion: a result has the later of its operands' types.</summary>
/// <remarks>
/// Where tensors of two types meet, the later one wins: Bool, Int32, Float32, Float64. A C# number takes the type of the
/// tensor it meets (a fraction meeting Int32 gives Float32). This is NumPy 2 with one exception, shared with Keras, JAX
/// and PyTorch: Int32 with Float32 gives Float32, not Float64.
/// </remarks>
public enum DType
{
    /// <summary>True or false, one byte each.</summary>
    Bool,

    /// <summary>Signed 32-bit integers: class numbers, indices, counts.</summary>
    Int32,

    /// <summary>IEEE 754 single precision, the default.</summary>
    Float32,

    /// <summary>IEEE 754 double precision.</summary>
    Float64,
}

/// <summary>Questions asked of element types: size, kind, and what two of them become together.</summary>
public static class DTypeRules
{
    extension(DType type)
    {
        /// <summary>Bytes per element.</summary>
        public int Size => type switch { DType.Bool => 1, DType.Float64 => 8, _ => 4 };

        /// <summary>Whether elements are real numbers, and so have gradients.</summary>
        public bool IsFloating => type is DType.Float32 or DType.Float64;

        /// <summary>The type itself where it is floating, otherwise Float32: what division, roots and exponentials answer in.</summary>
        public DType ToFloating() => type.IsFloating ? type : DType.Float32;

        /// <summary>The later of two types in the order Bool, Int32, Float32, Float64.</summary>
        public static DType Promote(DType a, DType b) => a > b ? a : b;

        /// <summary>The element type that stands for <typeparamref name="T"/>.</summary>
        /// <exception cref="ArgumentException"><typeparamref name="T"/> is none of bool, int, float, double.</exception>
        public static DType Of<T>() where T : unmanaged =>
            typeof(T) == typeof(float) ? DType.Float32
            : typeof(T) == typeof(double) ? DType.Float64
            : typeof(T) == typeof(int) ? DType.Int32
            : typeof(T) == typeof(bool) ? DType.Bool
            : throw new ArgumentException($"Tensors hold bool, int, float or double, not {typeof(T).Name}. Convert the values first.");
    }
}
