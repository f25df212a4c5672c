using Thalweg.Kernels;

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
            var y = IsLast(scores.Shape, axis) ? Rows<SoftmaxRows.Softmax>(scores) : Powers(scores, axis);
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
            var y = IsLast(scores.Shape, axis) ? Rows<SoftmaxRows.LogSoftmax>(scores) : Logarithms(scores, axis);
            return y.WithGradient((x, dy => dy - y.Exp() * dy.Sum(axis, keepDims: true)));
        }
    }

    static bool IsLast(Shape shape, int axis) => shape.Rank > 0 && shape.Axis(axis) == shape.Rank - 1;

    static Tensor Rows<K>(Tensor x) where K : struct, IRowKernel => new RowOperation<K>().Apply(x.Shape, x.DType, x);

    static Tensor Powers(Tensor x, int axis)
    {
        var powers = (x - x.Max(axis, keepDims: true)).Exp();
        return powers / powers.Sum(axis, keepDims: true);
    }

    static Tensor Logarithms(Tensor x, int axis)
    {
        var shifted = x - x.Max(axis, keepDims: true);
        return shifted - shifted.Exp().Sum(axis, keepDims: true).Log();
    }
}
