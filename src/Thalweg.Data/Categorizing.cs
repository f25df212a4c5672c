namespace Thalweg.Data;

/// <summary>Turning columns into classes.</summary>
public static class Categorizing
{
    extension(Column column)
    {
        /// <summary>Numbers the classes that the cells name.</summary>
        /// <param name="classes">The classes, in order, as <see cref="Categorical.Classes"/> of other rows gives them; by default those that occur.</param>
        /// <exception cref="ArgumentException">A cell is missing, or names none of <paramref name="classes"/>.</exception>
        /// <example><code>
        /// var y = train["species"].ToCategorical();
        /// var yTest = test["species"].ToCategorical(y.Classes);    // the same columns in the same order
        /// </code></example>
        public Categorical ToCategorical(IReadOnlyList<string>? classes = null)
        {
            if (column.MissingCount > 0)
            {
                throw new ArgumentException(
                    FormattableString.Invariant($"Column '{column.Name}' has {column.MissingCount} missing cells, which belong to no class: leave those rows out, table.Where(row => !row.IsMissing(\"{column.Name}\"))."));
            }

            string[] names = [.. classes ?? column.ClassNames()];
            var numbers = names.Select((name, i) => (name, i)).ToDictionary(pair => pair.name, pair => pair.i, StringComparer.Ordinal);
            var codes = new int[column.Length];
            for (var row = 0; row < codes.Length; row++)
            {
                var cell = column.Format(row)!;
                codes[row] = numbers.TryGetValue(cell, out var code) ? code : throw new ArgumentException(
                    FormattableString.Invariant($"Row {row} of column '{column.Name}' is '{cell}', which is none of the classes {NearNames.List(names)}."), nameof(classes));
            }

            return new Categorical(names, codes);
        }

        /// <summary>The different values that occur: numbers ascending, texts in ordinal order, false before true.</summary>
        internal string[] ClassNames()
        {
            var rows = Enumerable.Range(0, column.Length).Where(row => !column.IsMissing(row));
            var byValue = rows.DistinctBy(row => column.Format(row)!, StringComparer.Ordinal);
            return column is NumberColumn numbers
                ? [.. byValue.OrderBy(row => numbers[row]).Select(row => column.Format(row)!)]
                : [.. byValue.Select(row => column.Format(row)!).Order(StringComparer.Ordinal)];
        }
    }
}
