namespace Thalweg;

/// <summary>Variances over axes.</summary>
public static class VarOp
{
    extension(Tensor x)
    {
        /// <summary>Σ (x − mean)² / (n − ddof) over axes. Whole numbers become Float32.</summary>
        /// <param name="axes">The axes to go over; all where none are named.</param>
        /// <param name="ddof">What is taken off n in the divisor: 0 for the population (as NumPy and Keras), 1 for a sample.</param>
        /// <param name="keepDims">Whether they stay, with length 1.</param>
        public Tensor Var(ReadOnlySpan<int> axes, int ddof = 0, bool keepDims = false)
        {
            x = x.Floating();
            var count = ReduceOperation.Reduced(x.Shape, axes) - ddof;
            return (x - x.Mean(axes, keepDims: true)).Square().Sum(axes, keepDims) / Math.Max(0, count);
        }

        /// <summary>Σ (x − mean)² / (n − ddof) over axes. Whole numbers become Float32.</summary>
        /// <param name="axis">The axis to go over; all of them where it isn't given.</param>
        /// <param name="ddof">What is taken off n in the divisor: 0 for the population (as NumPy and Keras), 1 for a sample.</param>
        /// <param name="keepDims">Whether it stays, with length 1.</param>
        public Tensor Var(int? axis = null, int ddof = 0, bool keepDims = false) => x.Var(axis is { } one ? [one] : [], ddof, keepDims);
    }
}
