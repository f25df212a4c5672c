using System.Numerics;

namespace Thalweg;

/// <summary>Where the greatest or the least element of an axis is.</summary>
public static class ArgMaxOp
{
    extension(Tensor x)
    {
        /// <summary>The position of the greatest element along an axis (Int32), the first of equals; of NaN where there is one. Without an axis, of all elements in order.</summary>
        /// <exception cref="ArgumentException">The axis is empty.</exception>
        public Tensor ArgMax(int? axis = null, bool keepDims = false) => Position(x, axis, keepDims, greatest: true);

        /// <summary>The position of the least element along an axis (Int32), the first of equals; of NaN where there is one. Without an axis, of all elements in order.</summary>
        /// <exception cref="ArgumentException">The axis is empty.</exception>
        public Tensor ArgMin(int? axis = null, bool keepDims = false) => Position(x, axis, keepDims, greatest: false);
    }

    static Tensor Position(Tensor x, int? axis, bool keepDims, bool greatest)
    {
        x = x.Numeric();
        var name = greatest ? "ArgMax" : "ArgMin";
        if (axis is not { } one)
        {
            ReduceOperation.RequireElements(x.Shape, [], name);
            var position = new Operation(1, x.Size, 1, greatest).Apply([], DType.Int32, x);
            return keepDims ? position.Reshape([.. Enumerable.Repeat(1, x.Rank)]) : position;
        }
        ReduceOperation.RequireElements(x.Shape, [one], name);
        var at = x.Shape.Axis(one);
        return new Operation(x.Shape[..at].Size, x.Shape[at], x.Shape[(at + 1)..].Size, greatest)
            .Apply(keepDims ? x.Shape.With(at, 1) : x.Shape.Remove(at), DType.Int32, x);
    }

    sealed record Operation(int Outer, int Length, int Inner, bool Greatest) : Thalweg.Operation
    {
        public override void Run(ReadOnlySpan<Tensor> inputs, Tensor output)
        {
            switch (inputs[0].DType)
            {
                case DType.Float32: Run<float>(inputs[0], output.Span<int>()); break;
                case DType.Float64: Run<double>(inputs[0], output.Span<int>()); break;
                default: Run<int>(inputs[0], output.Span<int>()); break;
            }
        }

        void Run<T>(Tensor input, Span<int> y) where T : unmanaged, INumber<T>
        {
            var x = input.Span<T>();
            for (var o = 0; o < Outer; o++)
            {
                for (var i = 0; i < Inner; i++)
                {
                    var column = x[(o * Length * Inner + i)..];
                    var (best, at) = (column[0], 0);
                    for (var k = 1; k < Length && !T.IsNaN(best); k++)
                    {
                        var value = column[k * Inner];
                        if (T.IsNaN(value) || (Greatest ? value > best : value < best))
                        {
                            (best, at) = (value, k);
                        }
                    }
                    y[o * Inner + i] = at;
                }
            }
        }
    }
}
