namespace Thalweg;

/// <summary>Picks one element per position of the other axes: what sorting and choosing labels are made of.</summary>
public static class TakeAlongAxisOp
{
    extension(Tensor x)
    {
        /// <summary>
        /// y[…, i, …] = x[…, indices[…, i, …], …]: <paramref name="indices"/> has the lengths of x on all other axes.
        /// </summary>
        /// <exception cref="ArgumentException">The indices aren't Int32, of another shape, or outside the axis.</exception>
        public Tensor TakeAlongAxis(Tensor indices, int axis)
        {
            var at = x.Shape.Axis(axis);
            if (indices.DType != DType.Int32 || indices.Rank != x.Rank || indices.Shape.With(at, 1) != x.Shape.With(at, 1))
            {
                throw new ArgumentException($"TakeAlongAxis needs Int32 indices with the lengths of {x.Shape} on all axes but {axis}; got {indices.DType} {indices.Shape}.", nameof(indices));
            }
            // As a gather of single elements from the flat tensor: its gradient comes with it.
            var stride = x.Shape[(at + 1)..].Size;
            var length = x.Shape[at];
            var own = Kernels.Strided.RowMajor(x.Shape.AsSpan());
            var flat = Tensor.Where(indices < 0, indices + length, indices) * stride;
            flat = Tensor.Where((indices < -length).Or(indices >= length), x.Size, flat);
            for (var i = 0; i < x.Rank; i++)
            {
                if (i != at)
                {
                    flat += (Tensor.Arange(x.Shape[i]) * own[i]).Reshape([.. Enumerable.Repeat(1, x.Rank).Select((one, k) => k == i ? x.Shape[i] : one)]);
                }
            }
            return x.Flatten().Gather(flat.Flatten()).Reshape(indices.Shape);
        }
    }
}
