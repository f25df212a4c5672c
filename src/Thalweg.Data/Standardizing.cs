namespace Thalweg.Data;

/// <summary>Standardising the columns of a table.</summary>
public static class Standardizing
{
    extension(Table table)
    {
        /// <summary>Brings columns of numbers to mean 0 and standard deviation 1, and returns the <see cref="StandardScaler"/> that does the same to other rows.</summary>
        /// <param name="columns">The columns; by default all that hold numbers, a target among them too.</param>
        /// <exception cref="ArgumentException">A column is unknown, or not one of numbers.</exception>
        public (Table Table, StandardScaler Scaler) Standardize(params IEnumerable<string> columns)
        {
            var scaler = StandardScaler.Fit(table, columns);
            return (scaler.Apply(table), scaler);
        }
    }
}
