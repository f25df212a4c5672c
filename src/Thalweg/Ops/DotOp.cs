namespace Thalweg;

/// <summary>The dot product, as NumPy's <c>dot</c>.</summary>
public static class DotOp
{
    extension(Tensor a)
    {
        /// <summary>
        /// Σᵢ aᵢ bᵢ of two vectors. Of more axes: over the last axis of a and the last but one of b, all other axes kept
        /// (those of a in front); of a single number, the product.
        /// </summary>
        /// <exception cref="ArgumentException">The lengths summed over differ.</exception>
        public Tensor Dot(Tensor b)
        {
            if (a.Rank == 0 || b.Rank == 0)
            {
                return a * b;
            }
            if (b.Rank <= 2)
            {
                return a.MatMul(b);
            }
            var length = b.Shape[^2];
            var columns = b.SwapAxes(-2, 0);
            var rest = columns.Shape[1..];
            var product = a.MatMul(columns.Reshape([length, -1])).Reshape([.. a.Shape[..^1], .. rest]);
            // The axis that was first in b stands last but one now: back in front of the others.
            var lead = a.Rank - 1;
            var order = Enumerable.Range(0, lead).ToList();
            order.Add(lead + rest.Rank - 2);
            order.AddRange(Enumerable.Range(lead, rest.Rank - 2));
            order.Add(lead + rest.Rank - 1);
            return product.Transpose([.. order]);
        }
    }
}
