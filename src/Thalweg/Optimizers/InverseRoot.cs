namespace Thalweg.Optimizers;

/// <summary>A^(−1/4) of a symmetric positive matrix, by products alone.</summary>
static class InverseRoot
{
    const int P = 4, Iterations = 24;

    /// <summary>
    /// The coupled Newton iteration of Guo and Higham, 2006: with Z = ((p + 1) I − M) / p, X ← X Z and M ← Zᵖ M until M = I; then X = A^(−1/p).
    /// Small eigenvalues more than double in each iteration, so that these reach any that Float32 can tell from 0.
    /// </summary>
    public static Tensor Fourth(Tensor a)
    {
        var size = a.Square().Sum().Sqrt();
        var identity = Tensor.Eye(a.Shape[0], type: a.DType);
        a += identity * (size * 1e-6);
        var scale = (1 + P) / (size * 2);
        var (x, m) = (identity * scale.Pow(1.0 / P), a * scale);
        for (var i = 0; i < Iterations; i++)
        {
            var z = (identity * (P + 1) - m) / P;
            var square = z.MatMul(z);
            (x, m) = (x.MatMul(z), square.MatMul(square).MatMul(m));
        }
        return x;
    }
}
