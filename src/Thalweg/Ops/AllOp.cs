namespace Thalweg;

/// <summary>Whether all are true.</summary>
public static class AllOp
{
    extension(Tensor x)
    {
        /// <summary>Whether every element over the axes is true (a number other than 0, NaN included); true of nothing.</summary>
        /// <param name="axes">The axes to go over; all where none are named.</param>
        /// <param name="keepDims">Whether they stay, with length 1.</param>
        public Tensor All(ReadOnlySpan<int> axes, bool keepDims = false)
        {
            return x.Equal(0).Any(axes, keepDims).Not();
        }

        /// <summary>Whether every element over the axes is true (a number other than 0, NaN included); true of nothing.</summary>
        /// <param name="axis">The axis to go over; all of them where it isn't given.</param>
        /// <param name="keepDims">Whether it stays, with length 1.</param>
        public Tensor All(int? axis = null, bool keepDims = false) => x.All(axis is { } one ? [one] : [], keepDims);
    }
}
