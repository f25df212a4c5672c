using System.Text;
using Thalweg.Data.Csv;

namespace Thalweg.Data;

/// <summary>Reading tables from CSV: comma, semicolon, tab or bar separated text, as RFC 4180 describes it.</summary>
/// <remarks>
/// A column is of numbers if every cell that is not missing is a number, of booleans if all are <c>true</c> or
/// <c>false</c> (any case), of text otherwise. A column that has at least 10 numbers and at most a tenth of other cells is
/// refused with the place of the first: silently reading it as text would hide a typing error. Blank lines are skipped.
/// </remarks>
public static class CsvReading
{
    extension(Table)
    {
        /// <summary>Reads a CSV file; large files on several threads.</summary>
        /// <param name="path">The file.</param>
        /// <param name="indexColumn">The position, from 0, of a column that only labels the rows and is left out.</param>
        /// <param name="delimiter">What separates the fields; found out by default.</param>
        /// <param name="hasHeader">Whether the first row names the columns; found out by default.</param>
        /// <exception cref="TableFormatException">The file can't be read as a table; the message says where and why.</exception>
        /// <exception cref="ArgumentException"><paramref name="indexColumn"/> is not one of the file's columns.</exception>
        /// <example><code>var iris = Table.ReadCsv("data/iris.csv", indexColumn: 0);</code></example>
        public static Table ReadCsv(string path, int? indexColumn = null, char? delimiter = null, bool? hasHeader = null) =>
            Table.ReadCsv(path, new CsvOptions { IndexColumn = indexColumn, Delimiter = delimiter, HasHeader = hasHeader });

        /// <summary>Reads a CSV file with every option at hand; large files on several threads.</summary>
        /// <exception cref="TableFormatException">The file can't be read as a table; the message says where and why.</exception>
        /// <exception cref="ArgumentException">An option doesn't fit the file: an index column or a typed column that it lacks.</exception>
        public static Table ReadCsv(string path, CsvOptions options)
        {
            ArgumentException.ThrowIfNullOrEmpty(path);
            using var source = CsvSource.File(path);
            return CsvTable.Read(source, options);
        }

        /// <summary>Reads CSV text to its end. The stream stays open.</summary>
        /// <exception cref="TableFormatException">The text can't be read as a table; the message says where and why.</exception>
        public static Table ReadCsv(Stream stream, CsvOptions? options = null)
        {
            ArgumentNullException.ThrowIfNull(stream);
            using var copy = new MemoryStream();
            stream.CopyTo(copy);
            using var source = CsvSource.Memory(copy.GetBuffer().AsMemory(0, (int)copy.Length));
            return CsvTable.Read(source, options ?? new CsvOptions());
        }

        /// <summary>Reads CSV text to its end. The reader stays open.</summary>
        /// <exception cref="TableFormatException">The text can't be read as a table; the message says where and why.</exception>
        public static Table ReadCsv(TextReader reader, CsvOptions? options = null)
        {
            ArgumentNullException.ThrowIfNull(reader);
            using var source = CsvSource.Memory(Encoding.UTF8.GetBytes(reader.ReadToEnd()));
            return CsvTable.Read(source, (options ?? new CsvOptions()) with { Encoding = null });
        }
    }
}
