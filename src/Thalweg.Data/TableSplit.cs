namespace Thalweg.Data;

/// <summary>Cutting a table into rows to train on and rows to test with.</summary>
public static class TableSplit
{
    extension(Table table)
    {
        /// <summary>Deals the rows out to two tables, at random unless told otherwise.</summary>
        /// <param name="fraction">The share of the rows in the first table, between 0 and 1; rounded to the nearest number of rows.</param>
        /// <param name="shuffle">Whether rows are drawn at random; otherwise the first table gets the first rows. A file is often sorted by its target: keep this on for it.</param>
        /// <param name="stratify">A column whose every value (a missing one too) is to have the same share in both tables, as near as whole rows allow.</param>
        /// <param name="seed">The seed of the draw; by default that of <see cref="RandomSeed"/>.</param>
        /// <exception cref="ArgumentException">One of the two tables would be empty, or the column is unknown.</exception>
        /// <example><code>var (train, test) = iris.Split(0.8, stratify: "target", seed: 1);</code></example>
        public (Table First, Table Second) Split(double fraction, bool shuffle = true, string? stratify = null, long? seed = null)
        {
            var rows = table.RowCount;
            var count = fraction is > 0 and < 1 ? (int)Math.Round(fraction * rows, MidpointRounding.AwayFromZero) : 0;
            if (count <= 0 || count >= rows)
            {
                throw new ArgumentOutOfRangeException(nameof(fraction), fraction,
                    FormattableString.Invariant($"Of {rows} rows, this share leaves one table empty: give a fraction between 0 and 1 that puts at least one row on each side."));
            }

            int[] order = shuffle ? TableShuffle.Order(rows, seed) : [.. Enumerable.Range(0, rows)];
            var isFirst = stratify is null ? order.Select((_, place) => place < count).ToArray() : Strata(table[stratify], order, count);
            return (
                table.Take([.. order.Where((_, place) => isFirst[place])]),
                table.Take([.. order.Where((_, place) => !isFirst[place])]));
        }
    }

    /// <summary>Which places of an order go to the first table, if each value of a column is to have its share there.</summary>
    static bool[] Strata(Column column, int[] order, int count)
    {
        var share = (double)count / order.Length;
        var strata = Enumerable.Range(0, order.Length).GroupBy(place => column.Format(order[place])).Select(group => group.ToArray()).ToArray();

        // Hamilton's method: whole rows first, then those left over to the largest remainders.
        var quotas = strata.Select(places => (int)(places.Length * share)).ToArray();
        var byRemainder = Enumerable.Range(0, strata.Length).OrderByDescending(i => strata[i].Length * share - quotas[i]);
        foreach (var i in byRemainder.Take(count - quotas.Sum()))
        {
            quotas[i]++;
        }

        var isFirst = new bool[order.Length];
        for (var i = 0; i < strata.Length; i++)
        {
            foreach (var place in strata[i].AsSpan(0, quotas[i]))
            {
                isFirst[place] = true;
            }
        }

        return isFirst;
    }
}
