namespace Thalweg;

/// <summary>Means over axes.</summary>
public static class MeanOp
{
    extension(Tensor x)
    {
        /// <summary>Σ x / n over axes; NaN of nothing. Whole numbers become Float32.</summary>
        /// <param name="axes">The axes to go over; all where none are named.</param>
        /// <param name="keepDims">Whether they stay, with length 1.</param>
        public Tensor Mean(ReadOnlySpan<int> axes, bool keepDims = false)
        {
            x = x.Floating();
            return x.Sum(axes, keepDims) / ReduceOperation.Reduced(x.Shape, axes);
        }

        /// <summary>Σ x / n over axes; NaN of nothing. Whole numbers become Float32.</summary>
        /// <param name="axis">The axis to go over; all of them where it isn't given.</param>
        /// <param name="keepDims">Whether it stays, with length 1.</param>
        public Tensor Mean(int? axis = null, bool keepDims = false) => x.Mean(axis is { } one ? [one] : [], keepDims);
    }
}
