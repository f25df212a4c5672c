using Thalweg.Catalogs;

namespace Thalweg.Data;

/// <summary>The rows of a data set cut into batches, in order or in an order drawn anew for each epoch.</summary>
/// <param name="rows">How many rows there are.</param>
/// <param name="size">Rows per batch; the last batch has what remains.</param>
/// <param name="order">Where the order of an epoch is drawn from; null for the order they have.</param>
sealed class Batches(int rows, int size, RandomStream? order = null)
{
    int[] places = [.. Enumerable.Range(0, rows)];

    /// <summary>Rows in all.</summary>
    public int Rows => places.Length;

    /// <summary>Rows per batch.</summary>
    public int Size { get; } = Require.Positive(size, "batchSize");

    /// <summary>Batches in an epoch.</summary>
    public int Count => (Rows + Size - 1) / Size;

    /// <summary>The numbers of the rows of a batch.</summary>
    public ReadOnlySpan<int> this[int batch] => places.AsSpan(batch * Size, Math.Min(Size, Rows - batch * Size));

    /// <summary>Begins an epoch: draws its order.</summary>
    public void Shuffle()
    {
        if (order is not null)
        {
            places = order.Permutation(Rows);
        }
    }
}
