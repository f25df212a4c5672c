namespace Thalweg;

/// <summary>Tensors of one shape side by side along a new axis.</summary>
public static class StackOp
{
    extension(Tensor)
    {
        /// <summary>Tensors of one shape along a new axis before position <paramref name="axis"/>.</summary>
        /// <exception cref="ArgumentException">There is none, or the shapes differ.</exception>
        public static Tensor Stack(IReadOnlyList<Tensor> tensors, int axis = 0)
        {
            ArgumentNullException.ThrowIfNull(tensors);
            foreach (var tensor in tensors)
            {
                if (tensor.Shape != tensors[0].Shape)
                {
                    throw new ArgumentException($"Stack needs tensors of one shape, but got {tensors[0].Shape} and {tensor.Shape}.", nameof(tensors));
                }
            }
            return Tensor.Concat([.. tensors.Select(tensor => tensor.ExpandDims(axis))], axis);
        }
    }
}
