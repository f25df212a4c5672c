namespace Thalweg;

/// <summary>Keeps numbers between two bounds.</summary>
public static class ClipOp
{
    extension(Tensor x)
    {
        /// <summary>
        /// x, but no less than <paramref name="low"/> and no more than <paramref name="high"/>; NaN stays NaN. The gradient is 1
        /// from bound to bound, both included (as PyTorch's clamp), and 0 outside.
        /// </summary>
        /// <exception cref="ArgumentException">The bounds are the wrong way round.</exception>
        public Tensor Clip(double low, double high)
        {
            if (!(low <= high))
            {
                throw new ArgumentException($"Clip needs low ≤ high, but got low = {low} and high = {high}.", nameof(low));
            }
            x = x.Numeric();
            return x.Detached().Max(low).Min(high).WithGradient((x, dy => Tensor.Where((x >= low).And(x <= high), dy, 0)));
        }
    }
}
