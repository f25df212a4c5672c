using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace Thalweg.Data;

/// <summary>Tables from objects in memory.</summary>
public static class RecordReading
{
    extension(Table)
    {
        /// <summary>
        /// A table with a column for each selector. Numbers of every kind become double precision, enumerations and dates
        /// (ISO 8601) text, <see langword="null"/> a missing cell.
        /// </summary>
        /// <exception cref="ArgumentException">No column, two of the same name, or one that holds arrays.</exception>
        /// <example><code>
        /// var houses = Table.From(listings, ("area", house => house.Area), ("price", house => house.Price));
        /// </code></example>
        public static Table From<T>(IEnumerable<T> records, params ReadOnlySpan<(string Name, Func<T, object?> Value)> columns)
        {
            ArgumentNullException.ThrowIfNull(records);
            if (columns.Length == 0)
            {
                throw new ArgumentException("A table needs columns: name at least one, (\"name\", record => value).", nameof(columns));
            }

            var rows = records.ToArray();
            var built = new Column[columns.Length];
            for (var i = 0; i < built.Length; i++)
            {
                var (name, value) = columns[i];
                built[i] = ObjectCells.ToColumn(name, [.. rows.Select(value)], typeof(object));
            }

            return new Table(built);
        }

        /// <summary>A table with a column for each public property, named after it, in the order of their declaration.</summary>
        /// <exception cref="ArgumentException">The type has no public property, or one that holds arrays.</exception>
        /// <example><code>var points = Table.From(Enumerable.Range(0, 100).Select(i => new { X = i, Y = Math.Sin(i) }));</code></example>
        public static Table From<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] T>(IEnumerable<T> records)
        {
            ArgumentNullException.ThrowIfNull(records);
            var properties = typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(property => property.CanRead && property.GetIndexParameters().Length == 0)
                .ToArray();
            if (properties.Length == 0)
            {
                throw new ArgumentException($"{typeof(T).Name} has no public properties to make columns of: name them, Table.From(records, (\"name\", record => value)).", nameof(records));
            }

            var rows = records.ToArray();
            return new Table(properties.Select(property =>
                ObjectCells.ToColumn(property.Name, [.. rows.Select(row => property.GetValue(row))], property.PropertyType)));
        }
    }
}
