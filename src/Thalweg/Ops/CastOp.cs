using System.Numerics;

namespace Thalweg;

/// <summary>Conversion to another element type.</summary>
public static class CastOp
{
    extension(Tensor x)
    {
        /// <summary>
        /// The same numbers as another type: to Int32 fractions are cut off and what doesn't fit is put at the nearest end,
        /// to Bool everything but 0 is true. The gradient is converted back.
        /// </summary>
        public Tensor Cast(DType type)
        {
            if (x.DType == type)
            {
                return x;
            }
            var y = new Operation(type).Apply(x.Shape, type, x);
            return type.IsFloating ? y.WithGradient((x, dy => dy)) : y;     // the walk converts dy to the type of x
        }

        /// <summary>The tensor itself where it is floating, otherwise as Float32.</summary>
        internal Tensor Floating() => x.Cast(x.DType.ToFloating());

        /// <summary>The tensor itself, truth values as whole numbers.</summary>
        internal Tensor Numeric() => x.DType == DType.Bool ? x.Cast(DType.Int32) : x;

        /// <summary>A C# number in the type of this tensor; a fraction beside whole numbers is Float32.</summary>
        internal Tensor Number(double value) => Tensor.Scalar(value, x.DType switch
        {
            DType.Bool or DType.Int32 => value == (int)value ? DType.Int32 : DType.Float32,
            var own => own,
        });
    }

    /// <summary>Both tensors in the later of their types.</summary>
    internal static (Tensor A, Tensor B) Promote(Tensor a, Tensor b)
    {
        var type = DType.Promote(a.DType, b.DType);
        return (a.Cast(type), b.Cast(type));
    }

    sealed record Operation(DType To) : Thalweg.Operation
    {
        public override void Run(ReadOnlySpan<Tensor> inputs, Tensor output)
        {
            var x = inputs[0];
            switch (x.DType)
            {
                case DType.Float32: From<float>(x, output); break;
                case DType.Float64: From<double>(x, output); break;
                case DType.Int32: From<int>(x, output); break;
                default:
                    var truths = x.Span<bool>();
                    switch (To)
                    {
                        case DType.Float32: Truths(truths, output.Span<float>()); break;
                        case DType.Float64: Truths(truths, output.Span<double>()); break;
                        default: Truths(truths, output.Span<int>()); break;
                    }
                    break;
            }
        }

        void From<T>(Tensor x, Tensor output) where T : unmanaged, INumber<T>
        {
            switch (To)
            {
                case DType.Float32: Convert(x.Span<T>(), output.Span<float>()); break;
                case DType.Float64: Convert(x.Span<T>(), output.Span<double>()); break;
                case DType.Int32: Convert(x.Span<T>(), output.Span<int>()); break;
                default:
                    var source = x.Span<T>();
                    var truths = output.Span<bool>();
                    for (var i = 0; i < source.Length; i++)
                    {
                        truths[i] = source[i] != T.Zero;
                    }
                    break;
            }
        }

        static void Convert<T, U>(ReadOnlySpan<T> x, Span<U> y) where T : unmanaged, INumber<T> where U : unmanaged, INumber<U>
        {
            for (var i = 0; i < x.Length; i++)
            {
                y[i] = U.CreateSaturating(x[i]);
            }
        }

        static void Truths<U>(ReadOnlySpan<bool> x, Span<U> y) where U : unmanaged, INumber<U>
        {
            for (var i = 0; i < x.Length; i++)
            {
                y[i] = x[i] ? U.One : U.Zero;
            }
        }
    }
}
