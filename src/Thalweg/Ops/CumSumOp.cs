using System.Numerics;

namespace Thalweg;

/// <summary>Running sums along an axis.</summary>
public static class CumSumOp
{
    extension(Tensor x)
    {
        /// <summary>yᵢ = x₀ + … + xᵢ along an axis. The gradient is the running sum from the other end.</summary>
        public Tensor CumSum(int axis = 0) => Running(x.Numeric(), x.Shape.Axis(axis), fromEnd: false);
    }

    static Tensor Running(Tensor x, int axis, bool fromEnd) =>
        new Operation(axis, fromEnd).Apply(x.Shape, x.DType, x).WithGradient((x, dy => Running(dy, axis, !fromEnd)));

    sealed record Operation(int Axis, bool FromEnd) : Thalweg.Operation
    {
        public override void Run(ReadOnlySpan<Tensor> inputs, Tensor output)
        {
            switch (output.DType)
            {
                case DType.Float32: Run<float>(inputs[0], output); break;
                case DType.Float64: Run<double>(inputs[0], output); break;
                default: Run<int>(inputs[0], output); break;
            }
        }

        void Run<T>(Tensor input, Tensor output) where T : unmanaged, INumber<T>
        {
            var x = input.Span<T>();
            var y = output.Span<T>();
            var (length, inner) = (output.Shape[Axis], output.Shape[(Axis + 1)..].Size);
            var outer = output.Shape[..Axis].Size;
            for (var o = 0; o < outer; o++)
            {
                for (var i = 0; i < inner; i++)
                {
                    var sum = T.Zero;
                    for (var k = 0; k < length; k++)
                    {
                        var at = (o * length + (FromEnd ? length - 1 - k : k)) * inner + i;
                        y[at] = sum += x[at];
                    }
                }
            }
        }
    }
}
