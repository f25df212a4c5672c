using CsCheck;

namespace Thalweg.Data.Tests;

public class CsvWritingTests
{
    static readonly Gen<string?> Text = Gen.Frequency(
        (1, Gen.Const((string?)null)),
        (6, Gen.String[Gen.Char["ab,;|\t\"'\n\r é€?#"], 1, 6].Where(text => text.Trim() is not ("" or "?")).Select(text => (string?)text)));

    static readonly Gen<double> Number = Gen.Frequency((1, Gen.Const(double.NaN)), (3, Gen.Double), (3, Gen.Double[-1000, 1000]));

    static readonly Gen<bool?> Boolean = Gen.OneOf((bool?)true, false, null);

    static readonly Gen<Table> Tables =
        from rows in Gen.Int[1, 30]
        from texts in Text.Array[rows]
        from numbers in Number.Array[rows]
        from booleans in Boolean.Array[rows]
        from delimited in Gen.String[Gen.Char["x,\"\n;"], 1, 4]
        select new Table(new TextColumn("text", texts), new NumberColumn($"n{delimited}n", numbers), new BooleanColumn("flag", booleans));

    static CsvOptions OptionsFor(Table table, char delimiter) => new()
    {
        Delimiter = delimiter,
        HasHeader = true,
        Types = table.Columns.ToDictionary(column => column.Name, column => column.Type),
    };

    [Theory]
    [InlineData(',')]
    [InlineData(';')]
    [InlineData('\t')]
    public void What_is_written_reads_back_the_same(char delimiter) =>
        Tables.Sample(
            table =>
            {
                using var text = new StringWriter();
                table.WriteCsv(text, delimiter);
                Cells.AssertSame(table, Table.ReadCsv(new StringReader(text.ToString()), OptionsFor(table, delimiter)));
            },
            iter: 1000);

    [Fact]
    public void A_lone_missing_cell_is_not_a_blank_line()
    {
        using var text = new StringWriter();
        new Table(new NumberColumn("x", 1, double.NaN, 3)).WriteCsv(text);
        Assert.Equal("x\n1\n\"\"\n3\n", text.ToString());
        Assert.Equal(3, Table.ReadCsv(new StringReader(text.ToString())).RowCount);
    }

    [Theory]
    [InlineData('"')]
    [InlineData('\n')]
    public void A_delimiter_that_ends_fields_otherwise_is_refused(char delimiter) =>
        Assert.Throws<ArgumentException>(() => new Table(new NumberColumn("x", 1)).WriteCsv(TextWriter.Null, delimiter));

    [Fact]
    public void A_file_is_replaced_whole_or_not_at_all()
    {
        var folder = Directory.CreateTempSubdirectory("thalweg");
        try
        {
            var path = Path.Combine(folder.FullName, "out.csv");
            var iris = Table.ReadCsv("data/iris.csv");
            iris.WriteCsv(path);
            Cells.AssertSame(iris, Table.ReadCsv(path));

            // A path that can't be replaced: a folder that is not empty.
            var taken = Path.Combine(folder.FullName, "taken");
            Directory.CreateDirectory(taken);
            File.WriteAllText(Path.Combine(taken, "inside"), "");
            Assert.ThrowsAny<Exception>(() => iris.WriteCsv(taken));
            Assert.Equal(["out.csv", "taken"], folder.GetFileSystemInfos().Select(entry => entry.Name).Order());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
