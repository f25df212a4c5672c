namespace Thalweg;

/// <summary>The greatest elements of an axis.</summary>
public static class TopKOp
{
    extension(Tensor x)
    {
        /// <summary>The k greatest elements of the innermost axis, greatest first, with their positions; of equal ones the first.</summary>
        /// <exception cref="ArgumentException">k is below 0 or beyond the axis.</exception>
        public (Tensor Values, Tensor Indices) TopK(int k)
        {
            var length = x.Shape[x.Shape.Axis(-1)];
            if (k < 0 || k > length)
            {
                throw new ArgumentException($"TopK of shape {x.Shape} takes k from 0 to {length}, but got {k}.", nameof(k));
            }
            var indices = x.ArgSort(descending: true).Along(x.Rank - 1, ..k);
            return (x.TakeAlongAxis(indices, -1), indices);
        }
    }
}
