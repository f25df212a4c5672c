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
            var beside = FormattableString.Invariant($"{path}.{Environment.ProcessId}.tmp");
            try
            {
                using (var writer = new StreamWriter(beside, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)))
                {
                    table.WriteCsv(writer, delimiter);
                }

                File.Move(beside, path, overwrite: true);
            }
            finally
            {
                File.Delete(beside);
            }
        }

        /// <summary>Writes CSV text, the column names first; lines end with a line feed on every system.</summary>
        public void WriteCsv(TextWriter writer, char delimiter = ',')
        {
            ArgumentNullException.ThrowIfNull(writer);
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
