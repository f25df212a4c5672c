using System.Data.Common;

namespace Thalweg.Data;

/// <summary>Reading tables from any ADO.NET source.</summary>
public static class DatabaseReading
{
    extension(Table)
    {
        /// <summary>
        /// Reads the rows of a query to the last, and leaves the reader open. Numbers of every kind become double precision,
        /// dates text in ISO 8601 form, NULL a missing cell.
        /// </summary>
        /// <exception cref="ArgumentException">Two fields have the same name, or one holds arrays (BLOBs).</exception>
        /// <example><code>
        /// using var command = connection.CreateCommand();
        /// command.CommandText = "SELECT age, income, churned FROM customers";
        /// using var rows = command.ExecuteReader();
        /// var customers = Table.Read(rows);
        /// </code></example>
        public static Table Read(DbDataReader reader)
        {
            ArgumentNullException.ThrowIfNull(reader);
            var cells = new List<object?>[reader.FieldCount];
            for (var field = 0; field < cells.Length; field++)
            {
                cells[field] = [];
            }

            while (reader.Read())
            {
                for (var field = 0; field < cells.Length; field++)
                {
                    cells[field].Add(reader.IsDBNull(field) ? null : reader.GetValue(field));
                }
            }

            return new Table(cells.Select((values, field) => ObjectCells.ToColumn(Name(reader, field), values, reader.GetFieldType(field))));
        }
    }

    static string Name(DbDataReader reader, int field) =>
        reader.GetName(field) is { Length: > 0 } name ? name : FormattableString.Invariant($"unnamed_{field}");
}
