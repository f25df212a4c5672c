namespace Thalweg.Metrics;

/// <summary>Division where nothing over nothing is nothing.</summary>
static class Quotient
{
    /// <summary>a / b, and 0 where b is 0.</summary>
    public static Tensor Of(Tensor a, Tensor b) => Tensor.Where(b.Equal(0), 0, a / Tensor.Where(b.Equal(0), 1, b));
}
