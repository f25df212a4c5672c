namespace Thalweg;

/// <summary>Whether any is true.</summary>
public static class AnyOp
{
    extension(Tensor x)
    {
        /// <summary>Whether any element over the axes is true (a number other than 0, NaN included); false of nothing.</summary>
        /// <param name="axes">The axes to go over; all where none are named.</param>
        /// <param name="keepDims">Whether they stay, with length 1.</param>
        public Tensor Any(ReadOnlySpan<int> axes, bool keepDims = false)
        {
            return x.Cast(DType.Bool).Sum(axes, keepDims) > 0;
        }

        /// <summary>Whether any element over the axes is true (a number other than 0, NaN included); false of nothing.</summary>
        /// <param name="axis">The axis to go over; all of them where it isn't given.</param>
        /// <param name="keepDims">Whether it stays, with length 1.</param>
        public Tensor Any(int? axis = null, bool keepDims = false) => x.Any(axis is { } one ? [one] : [], keepDims);
    }
}
