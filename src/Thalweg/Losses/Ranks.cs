namespace Thalweg.Losses;

/// <summary>Fits two tensors to each other of which one has a last axis of length 1 that the other lacks, as Keras does.</summary>
static class Ranks
{
    /// <summary>Both with the same number of axes where that differs by such an axis; otherwise as they are.</summary>
    public static (Tensor A, Tensor B) Align(Tensor a, Tensor b)
    {
        if (a.Rank == b.Rank + 1 && a.Shape[^1] == 1)
        {
            return b.Rank == 1 ? (a, b.ExpandDims(-1)) : (a.Squeeze(-1), b);
        }
        if (b.Rank == a.Rank + 1 && b.Shape[^1] == 1)
        {
            return a.Rank == 1 ? (a.ExpandDims(-1), b) : (a, b.Squeeze(-1));
        }
        return (a, b);
    }
}
