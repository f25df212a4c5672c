namespace Thalweg.Data;

/// <summary>Rows in random order.</summary>
public static class TableShuffle
{
    extension(Table table)
    {
        /// <summary>The rows in random order.</summary>
        /// <param name="seed">The seed of the order; by default a new stream of <see cref="RandomSeed"/>, so that <c>RandomSeed.Set(0)</c> settles it, and a second shuffle gives another order.</param>
        public Table Shuffle(long? seed = null) => table.Take(Order(table.RowCount, seed));
    }

    /// <summary>The row numbers from 0 in random order.</summary>
    internal static int[] Order(int rows, long? seed) =>
        Tensor.RandomPermutation(rows, seed is { } own ? new RandomStream(own) : null).ToArray<int>();
}
