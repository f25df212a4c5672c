namespace Thalweg;

/// <summary>ln Σ eˣ over axes, without overflow.</summary>
public static class LogSumExpOp
{
    extension(Tensor x)
    {
        /// <summary>ln Σ eˣ over axes: the greatest element is taken out first, so that nothing overflows; −∞ of nothing. The gradient is the softmax.</summary>
        /// <param name="axes">The axes to go over; all where none are named.</param>
        /// <param name="keepDims">Whether they stay, with length 1.</param>
        public Tensor LogSumExp(ReadOnlySpan<int> axes, bool keepDims = false)
        {
            x = x.Floating();
            if (x.Size == 0)
            {
                return x.Exp().Sum(axes, keepDims).Log();
            }
            // Infinities are left in the sum: ∞ − ∞ would be NaN.
            var greatest = x.StopGradient().Max(axes, keepDims: true);
            greatest = Tensor.Where(greatest.IsFinite(), greatest, 0);
            var log = (x - greatest).Exp().Sum(axes, keepDims: true).Log() + greatest;
            return log.Finish(x.Shape, axes, keepDims);
        }

        /// <summary>ln Σ eˣ over axes: the greatest element is taken out first, so that nothing overflows; −∞ of nothing. The gradient is the softmax.</summary>
        /// <param name="axis">The axis to go over; all of them where it isn't given.</param>
        /// <param name="keepDims">Whether it stays, with length 1.</param>
        public Tensor LogSumExp(int? axis = null, bool keepDims = false) => x.LogSumExp(axis is { } one ? [one] : [], keepDims);
    }
}
