namespace Thalweg;

/// <summary>Standard deviations over axes.</summary>
public static class StdOp
{
    extension(Tensor x)
    {
        /// <summary>√Var over axes, in the unit of x. Whole numbers become Float32.</summary>
        /// <param name="axes">The axes to go over; all where none are named.</param>
        /// <param name="ddof">What is taken off n in the divisor: 0 for the population (as NumPy and Keras), 1 for a sample.</param>
        /// <param name="keepDims">Whether they stay, with length 1.</param>
        public Tensor Std(ReadOnlySpan<int> axes, int ddof = 0, bool keepDims = false)
        {
            return x.Var(axes, ddof, keepDims).Sqrt();
        }

        /// <summary>√Var over axes, in the unit of x. Whole numbers become Float32.</summary>
        /// <param name="axis">The axis to go over; all of them where it isn't given.</param>
        /// <param name="ddof">What is taken off n in the divisor: 0 for the population (as NumPy and Keras), 1 for a sample.</param>
        /// <param name="keepDims">Whether it stays, with length 1.</param>
        public Tensor Std(int? axis = null, int ddof = 0, bool keepDims = false) => x.Std(axis is { } one ? [one] : [], ddof, keepDims);
    }
}
