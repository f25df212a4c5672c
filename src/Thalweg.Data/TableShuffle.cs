namespace Thalweg.Data;

/// <summary>Rows in random order.</summary>
public static class TableShuffle
{
    /// <summary>Orders of rows have a stream of random numbers of their own: those handed out to models are numbered from 0 up.</summary>
    const long Stream = -1;

    extension(Table table)
    {
        /// <summary>The rows in random order, a function of the seed and the number of rows alone.</summary>
        /// <param name="seed">The seed; by default that of <see cref="RandomSeed"/>, so that <c>RandomSeed.Set(0)</c> settles it.</param>
        public Table Shuffle(long? seed = null) => table.Take(Order(table.RowCount, seed));
    }

    /// <summary>The row numbers from 0 in random order.</summary>
    internal static int[] Order(int rows, long? seed) => new RandomStream(seed ?? RandomSeed.Current, Stream).Permutation(rows);
}
