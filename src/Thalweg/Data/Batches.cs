using Thalweg.Catalogs;

namespace Thalweg.Data;

/// <summary>The rows of some tensors cut into batches, in order or in an order drawn anew for each epoch.</summary>
sealed class Batches
{
    readonly Tensor?[] tensors;
    readonly RandomStream? order;

    /// <summary>Tensors with the same number of rows; absent ones stay absent in every batch.</summary>
    /// <param name="size">Rows per batch; the last batch has what remains.</param>
    /// <param name="order">Where the order of an epoch is drawn from; null for the order they have.</param>
    /// <param name="tensors">The first one says how many rows there are.</param>
    public Batches(int size, RandomStream? order, params Tensor?[] tensors)
    {
        this.tensors = tensors;
        this.order = order;
        Size = Require.Positive(size, "batchSize");
        Rows = tensors[0]!.Shape[0];
    }

    /// <summary>Rows per batch.</summary>
    public int Size { get; }

    /// <summary>Rows in all.</summary>
    public int Rows { get; }

    /// <summary>Batches in an epoch.</summary>
    public int Count => (Rows + Size - 1) / Size;

    /// <summary>One epoch.</summary>
    public IEnumerable<Tensor?[]> Epoch()
    {
        var places = order?.Permutation(Rows);
        for (var from = 0; from < Rows; from += Size)
        {
            var end = Math.Min(Rows, from + Size);
            yield return Array.ConvertAll(tensors, tensor =>
                tensor is null ? null
                : places is null ? (from == 0 && end == Rows ? tensor : tensor[from..end])
                : tensor.Gather(places.AsSpan(from, end - from)));
        }
    }
}
