namespace Thalweg.Optimizers;

/// <summary>How large a weight is beside its update.</summary>
static class TrustRatio
{
    /// <summary>‖w‖ / ‖u‖; 1 where one of them is 0.</summary>
    public static Tensor Of(Tensor w, Tensor u)
    {
        var (weight, update) = (w.Square().Sum().Sqrt(), u.Square().Sum().Sqrt());
        var counts = (weight > 0).And(update > 0);
        return Tensor.Where(counts, weight / Tensor.Where(counts, update, 1), 1);
    }
}
