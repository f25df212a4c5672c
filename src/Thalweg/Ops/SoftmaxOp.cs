namespace Thalweg;

/// <summary>Softmax: turns scores into probabilities, yᵢ = exp(xᵢ) / Σⱼ exp(xⱼ) along one axis.</summary>
public static class SoftmaxOp
{
    extension(Tensor x)
    {
        /// <summary>Probabilities over an axis, which add up to 1. The greatest score is taken off first, so that nothing overflows.</summary>
        /// <example><code>Tensor.Of(1f, 2f, 3f).Softmax()   // [0.0900, 0.2447, 0.6652]</code></example>
        public Tensor Softmax(int axis = -1)
        {
            x = x.Floating();
            if (x.Size == 0)
            {
                return x;
            }
            var scores = x.Detached();
            var powers = (scores - scores.Max(axis, keepDims: true)).Exp();
            var y = powers / powers.Sum(axis, keepDims: true);
            // ∂yᵢ/∂xⱼ = yᵢ (δᵢⱼ − yⱼ), hence dx = y ∘ (dy − ⟨dy, y⟩) along the axis.
            return y.WithGradient((x, dy => y * (dy - (dy * y).Sum(axis, keepDims: true))));
        }

        /// <summary>The logarithms of the probabilities, xᵢ − ln Σⱼ exp(xⱼ) along an axis, exact where a probability underflows.</summary>
        public Tensor LogSoftmax(int axis = -1)
        {
            x = x.Floating();
            if (x.Size == 0)
            {
                return x;
            }
            var scores = x.Detached();
            var shifted = scores - scores.Max(axis, keepDims: true);
            var y = shifted - shifted.Exp().Sum(axis, keepDims: true).Log();
            return y.WithGradient((x, dy => dy - y.Exp() * dy.Sum(axis, keepDims: true)));
        }
    }
}
