using System.Numerics;
using System.Reflection;
using Thalweg.Kernels;

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
            var y = (x.DType == DType.Bool ? new FromTruths() : (Operation)new Convert(type)).Apply(x.Shape, type, x);
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

    /// <summary>True and false as 1 and 0.</summary>
    sealed record FromTruths : ElementwiseOperation
    {
        public override unsafe void Run(ReadOnlySpan<Tensor> inputs, Tensor output)
        {
            fixed (bool* x = inputs[0].Span<bool>())
            {
                fixed (byte* y = output.Buffer.Span<byte>(output.Size * output.DType.Size))
                {
                    Tile(output.DType, [(nint)x], 0, (nint)y, output.Size);
                }
            }
        }

        public override unsafe void Tile(DType type, ReadOnlySpan<nint> inputs, uint singles, nint output, int count)
        {
            var truths = new ReadOnlySpan<bool>((void*)inputs[0], count);
            switch (type)
            {
                case DType.Float32: Numbers(truths, new Span<float>((void*)output, count)); break;
                case DType.Float64: Numbers(truths, new Span<double>((void*)output, count)); break;
                default: Numbers(truths, new Span<int>((void*)output, count)); break;
            }
        }

        public override MethodInfo Step<T, V>() => ((Func<V, V>)LaneSteps<T, V>.FromMask).Method;

        static void Numbers<T>(ReadOnlySpan<bool> truths, Span<T> numbers) where T : unmanaged, INumber<T>
        {
            for (var i = 0; i < truths.Length; i++)
            {
                numbers[i] = truths[i] ? T.One : T.Zero;
            }
        }
    }

    /// <summary>Numbers as another type.</summary>
    sealed record Convert(DType To) : Operation
    {
        public override void Run(ReadOnlySpan<Tensor> inputs, Tensor output)
        {
            switch (inputs[0].DType)
            {
                case DType.Float32: From<float>(inputs[0], output); break;
                case DType.Float64: From<double>(inputs[0], output); break;
                default: From<int>(inputs[0], output); break;
            }
        }

        void From<T>(Tensor x, Tensor output) where T : unmanaged, INumber<T>
        {
            switch (To)
            {
                case DType.Float32: Each(x.Span<T>(), output.Span<float>()); break;
                case DType.Float64: Each(x.Span<T>(), output.Span<double>()); break;
                case DType.Int32: Each(x.Span<T>(), output.Span<int>()); break;
                default:
                    var numbers = x.Span<T>();
                    var truths = output.Span<bool>();
                    for (var i = 0; i < numbers.Length; i++)
                    {
                        truths[i] = numbers[i] != T.Zero;
                    }
                    break;
            }
        }

        static void Each<T, U>(ReadOnlySpan<T> x, Span<U> y) where T : unmanaged, INumber<T> where U : unmanaged, INumber<U>
        {
            for (var i = 0; i < x.Length; i++)
            {
                y[i] = U.CreateSaturating(x[i]);
            }
        }
    }
}
