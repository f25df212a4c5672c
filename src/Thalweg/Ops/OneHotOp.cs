namespace Thalweg;

/// <summary>Class numbers as vectors with a single 1.</summary>
public static class OneHotOp
{
    extension(Tensor labels)
    {
        /// <summary>
        /// One more, innermost axis of length <paramref name="classes"/>, 1 at the class number and 0 elsewhere. A number outside
        /// 0 … classes − 1 gives zeros, as in Keras and JAX.
        /// </summary>
        /// <exception cref="ArgumentException">The labels aren't Int32.</exception>
        public Tensor OneHot(int classes, DType type = DType.Float32)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(classes);
            return labels.DType == DType.Int32
                ? labels.ExpandDims(-1).Equal(Tensor.Arange(classes)).Cast(type)
                : throw new ArgumentException($"OneHot takes Int32 class numbers, but got {labels.DType}. Cast them.", nameof(labels));
        }
    }
}
