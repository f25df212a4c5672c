using System.Text;

namespace Thalweg.Data;

/// <summary>Writing tables as CSV: UTF-8, invariant numbers that read back to the same bits, RFC 4180 quoting.</summary>
/// <remarks>A missing cell is written empty. An empty text is written the same, hence reads back as missing.</remarks>
public static class CsvWriting
{
    extension(Table table)
    {
        /// <summary>Writes a CSV file, beside the old one first: a failure half-way leaves what was there.</summary>
        /// <param name="path">The file, replaced where it exists.</param>
        /// <param name="delimiter">What separates the fields.</param>
        public void WriteCsv(string path, char delimiter = ',')
        {
            ArgumentException.ThrowIfNullOrEmpty(path);
            WholeFile.Write(path, stream =>
            {
                using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
                table.WriteCsv(writer, delimiter);
            });
        }

        /// <summary>Writes CSV text, the column names first; lines end with a line feed on every system.</summary>
        public void WriteCsv(TextWriter writer, char delimiter = ',')
        {
            ArgumentNullException.ThrowIfNull(writer);
            if (delimiter is '"' or '\r' or '\n')
            {
                throw new ArgumentException("A quote or a line break can't separate fields: take a comma, a semicolon, a tab or a bar.", nameof(delimiter));
            }

            var special = $"{delimiter}\"\r\n";
            WriteRecord(table.ColumnNames);
            for (var row = 0; row < table.RowCount; row++)
            {
                WriteRecord(table.Columns.Select(column => column.Format(row) ?? ""));
            }

            void WriteRecord(IEnumerable<string> cells)
            {
                var first = true;
                foreach (var cell in cells)
                {
                    if (!first)
                    {
                        writer.Write(delimiter);
                    }

                    // A lone empty cell needs quotes, or its record would be a blank line.
                    writer.Write(cell.AsSpan().ContainsAny(special) || (cell.Length == 0 && table.ColumnCount == 1) ? Quoted(cell) : cell);
                    first = false;
                }

                writer.Write('\n');
            }
        }
    }

    static string Quoted(string cell) => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
