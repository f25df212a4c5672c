using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace Thalweg;

/// <summary>Tensors from values that a program has: numbers, arrays of any rank, spans.</summary>
public static class TensorSources
{
    extension(Tensor)
    {
        /// <summary>A tensor of one axis from the values listed.</summary>
        /// <example><code>Tensor.Of(1f, 2f, 3f)</code></example>
        public static Tensor Of<T>(params ReadOnlySpan<T> values) where T : unmanaged => Tensor.From(values, [values.Length]);

        /// <summary>A single number.</summary>
        public static Tensor Scalar(double value, DType type = DType.Float32)
        {
            var scalar = new Tensor(Shape.Scalar, type, Buffer.Allocate(type, 1));
            switch (type)
            {
                case DType.Float32: scalar.Span<float>()[0] = (float)value; break;
                case DType.Float64: scalar.Span<double>()[0] = value; break;
                case DType.Int32: scalar.Span<int>()[0] = (int)value; break;
                default: scalar.Span<bool>()[0] = value != 0; break;
            }
            return scalar;
        }

        /// <summary>A copy of values in row-major order, with a shape; one length may be −1 and is worked out.</summary>
        /// <exception cref="ArgumentException">The number of values isn't that of the shape.</exception>
        public static Tensor From<T>(ReadOnlySpan<T> values, Shape shape) where T : unmanaged
        {
            var known = ReshapeOp.Resolve(shape, values.Length, nameof(shape));
            var tensor = new Tensor(known, DType.Of<T>(), Buffer.Allocate(DType.Of<T>(), values.Length));
            values.CopyTo(tensor.Span<T>());
            return tensor;
        }

        /// <summary>A tensor whose elements a function writes, in row-major order, straight into its memory: for values that come from a file.</summary>
        /// <param name="shape">The lengths of the axes.</param>
        /// <param name="write">Writes every element; what it finds there is undefined.</param>
        public static Tensor Filled<T>(Shape shape, Action<Span<T>> write) where T : unmanaged
        {
            ArgumentNullException.ThrowIfNull(write);
            var tensor = new Tensor(shape, DType.Of<T>(), Buffer.Allocate(DType.Of<T>(), shape.Size));
            write(tensor.Span<T>());
            return tensor;
        }

        /// <summary>A copy of an array's values in row-major order, with a shape; without one, a tensor of one axis.</summary>
        /// <exception cref="ArgumentException">The number of values isn't that of the shape.</exception>
        public static Tensor From<T>(T[] values, params ReadOnlySpan<int> shape) where T : unmanaged
        {
            ArgumentNullException.ThrowIfNull(values);
            return Tensor.From(values.AsSpan(), shape.IsEmpty ? [values.Length] : new Shape(shape));
        }

        /// <summary>A copy of a span's values in row-major order, with a shape; without one, a tensor of one axis.</summary>
        /// <exception cref="ArgumentException">The number of values isn't that of the shape.</exception>
        public static Tensor From<T>(Span<T> values, params ReadOnlySpan<int> shape) where T : unmanaged =>
            Tensor.From((ReadOnlySpan<T>)values, shape.IsEmpty ? [values.Length] : new Shape(shape));

        /// <summary>A copy of a rectangular array of any rank: <c>new float[,] { { 1, 2 }, { 3, 4 } }</c>.</summary>
        /// <exception cref="ArgumentException">The elements aren't bool, int, float or double.</exception>
        public static Tensor From(Array values)
        {
            ArgumentNullException.ThrowIfNull(values);
            var lengths = new int[values.Rank];
            for (var axis = 0; axis < lengths.Length; axis++)
            {
                lengths[axis] = values.GetLength(axis);
            }
            return values switch
            {
                _ when values.GetType().GetElementType() == typeof(float) => Copy<float>(values, lengths),
                _ when values.GetType().GetElementType() == typeof(double) => Copy<double>(values, lengths),
                _ when values.GetType().GetElementType() == typeof(int) => Copy<int>(values, lengths),
                _ when values.GetType().GetElementType() == typeof(bool) => Copy<bool>(values, lengths),
                _ => throw new ArgumentException(
                    $"Tensors hold bool, int, float or double, not {values.GetType().GetElementType()?.Name}. "
                    + "Convert the elements, and use a rectangular array (float[,]) in place of an array of arrays.", nameof(values)),
            };
        }

        /// <summary>A copy of a tensor span of the .NET libraries.</summary>
        public static Tensor From<T>(ReadOnlyTensorSpan<T> values) where T : unmanaged
        {
            var lengths = new int[values.Rank];
            for (var axis = 0; axis < lengths.Length; axis++)
            {
                lengths[axis] = checked((int)values.Lengths[axis]);
            }
            var tensor = new Tensor(lengths, DType.Of<T>(), Buffer.Allocate(DType.Of<T>(), checked((int)values.FlattenedLength)));
            values.FlattenTo(tensor.Span<T>());
            return tensor;
        }
    }

    static Tensor Copy<T>(Array values, int[] lengths) where T : unmanaged => values.Length == 0
        ? Tensor.From(ReadOnlySpan<T>.Empty, lengths)
        : Tensor.From(
            MemoryMarshal.CreateReadOnlySpan(ref System.Runtime.CompilerServices.Unsafe.As<byte, T>(ref MemoryMarshal.GetArrayDataReference(values)), values.Length),
            lengths);
}
