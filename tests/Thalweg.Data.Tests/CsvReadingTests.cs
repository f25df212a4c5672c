using System.Globalization;
using System.Text;
using CsCheck;

namespace Thalweg.Data.Tests;

public class CsvReadingTests
{
    static Table Read(string text, CsvOptions? options = null) => Table.ReadCsv(new StringReader(text), options);

    static TableFormatException Fault(string text, CsvOptions? options = null) =>
        Assert.Throws<TableFormatException>(() => Read(text, options));

    [Theory]
    [InlineData("iris", 150, 6)]
    [InlineData("wine", 178, 14)]
    [InlineData("breast_cancer", 569, 31)]
    [InlineData("digits", 1797, 65)]
    [InlineData("diabetes", 442, 11)]
    [InlineData("penguins", 344, 8)]
    public void The_classic_data_sets_have_their_rows_and_columns(string name, int rows, int columns)
    {
        var table = Table.ReadCsv($"data/{name}.csv");
        Assert.Equal((rows, columns), (table.RowCount, table.ColumnCount));
    }

    [Fact]
    public void Iris_has_an_unnamed_column_of_row_numbers_that_indexColumn_leaves_out()
    {
        Assert.Equal("unnamed_0", Table.ReadCsv("data/iris.csv").ColumnNames[0]);
        var iris = Table.ReadCsv("data/iris.csv", indexColumn: 0);
        Assert.Equal(["sepal length (cm)", "sepal width (cm)", "petal length (cm)", "petal width (cm)", "target"], iris.ColumnNames);
        Assert.All(iris.Columns, column => Assert.Equal(ColumnType.Number, column.Type));
    }

    [Fact]
    public void Penguins_have_texts_and_missing_cells()
    {
        var penguins = Table.ReadCsv("data/penguins.csv");
        Assert.Equal(
            [ColumnType.Text, ColumnType.Text, ColumnType.Number, ColumnType.Number, ColumnType.Number, ColumnType.Number, ColumnType.Text, ColumnType.Number],
            penguins.Columns.Select(column => column.Type));
        Assert.Equal([0, 0, 2, 2, 2, 2, 11, 0], penguins.Columns.Select(column => column.MissingCount));
        Assert.Equal(["Adelie", "Gentoo", "Chinstrap"], penguins.Texts("species").Distinct());
    }

    [Fact]
    public void Types_follow_the_cells()
    {
        var table = Read("n,b,t,mixed,none\n1,true,x,true,\n-2.5e3,FALSE,y,1,NA\n,,?,z, NaN \n");
        Assert.Equal(
            [ColumnType.Number, ColumnType.Boolean, ColumnType.Text, ColumnType.Text, ColumnType.Number],
            table.Columns.Select(column => column.Type));
        Assert.Equal([1, -2500, double.NaN], table.Numbers("n"));
        Assert.Equal([true, false, null], table.Booleans("b"));
        Assert.Equal(["x", "y", null], table.Texts("t"));
        Assert.Equal(["true", "1", "z"], table.Texts("mixed"));
        Assert.Equal(3, table["none"].MissingCount);
    }

    [Fact]
    public void A_column_that_turns_to_text_after_the_first_rows_keeps_its_texts_as_written()
    {
        var text = "code\n" + string.Concat(Enumerable.Range(0, 200).Select(i => $"{i:D4}\n")) + string.Concat(Enumerable.Range(0, 100).Select(i => $"A{i}\n"));
        var codes = (TextColumn)Read(text)["code"];
        Assert.Equal(("0007", "A99"), (codes[7], codes[299]));
    }

    [Theory]
    [InlineData(',')]
    [InlineData(';')]
    [InlineData('\t')]
    [InlineData('|')]
    public void The_delimiter_is_found_out(char delimiter)
    {
        var table = Read($"name{delimiter}note{delimiter}x\nann{delimiter}\"a, b; c|d\"{delimiter}1.5\nbob{delimiter}none{delimiter}2\n");
        Assert.Equal(["name", "note", "x"], table.ColumnNames);
        Assert.Equal("a, b; c|d", table["note"].Format(0));
    }

    [Fact]
    public void Decimal_commas_are_found_out_where_the_delimiter_is_another()
    {
        Assert.Equal([1.5, 2], Read("a;b\n1,5;3\n2;4\n").Numbers("a"));
        Assert.Equal([1.5, 2.5], Read("1,5;3\n2,5;4\n").Numbers("column_0"));
        Assert.Equal(ColumnType.Text, Read("a;b\n1,5;3.5\n2;4\n")["a"].Type);
    }

    [Fact]
    public void A_culture_gives_the_decimal_sign()
    {
        var table = Read("a;b\n1,5;2\n", new CsvOptions { Culture = CultureInfo.GetCultureInfo("de-DE") });
        Assert.Equal(1.5, ((NumberColumn)table["a"])[0]);
    }

    [Theory]
    [InlineData("fr-FR")]
    [InlineData("ar-SA")]
    public void The_thread_culture_changes_nothing(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Assert.Equal([-1.5, 1000], Read("a,b\n-1.5,x\n1e3,y\n").Numbers("a"));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("a,b\n1,2\n", "a,b", 1)]
    [InlineData("a,b\nx,y\n", "a,b", 1)]
    [InlineData("2001,2002,name\n1,2,3\n", "2001,2002,name", 1)]
    [InlineData("1,2\n3,4\n", "column_0,column_1", 2)]
    [InlineData("5.1,Iris-setosa\n4.9,Iris-setosa\n", "column_0,column_1", 2)]
    [InlineData("?,1\n2,3\n", "column_0,column_1", 2)]
    [InlineData("7\n", "column_0", 1)]
    [InlineData(" a , b\n1,2\n", "a,b", 1)]
    public void A_header_is_told_from_values(string text, string names, int rows)
    {
        var table = Read(text);
        Assert.Equal(names, string.Join(',', table.ColumnNames));
        Assert.Equal(rows, table.RowCount);
    }

    [Fact]
    public void HasHeader_overrules_the_look_of_the_first_row()
    {
        Assert.Equal("1", Read("1\n2\n", new CsvOptions { HasHeader = true }).ColumnNames[0]);
        Assert.Equal(["a", "b"], Read("a\nb\n", new CsvOptions { HasHeader = false }).Texts("column_0"));
    }

    [Fact]
    public void Quotes_blank_lines_and_line_ends_are_read_as_meant()
    {
        var table = Read("\r\nx,y\r\n\"a\r\nb\",\"say \"\"hi\"\"\"\r\n\r\n5\" pipe,\"\"\r\nlast,\"q\"");
        Assert.Equal(["a\r\nb", "5\" pipe", "last"], table.Texts("x"));
        Assert.Equal(["say \"hi\"", null, "q"], table.Texts("y"));
    }

    [Fact]
    public void Another_quote_and_other_missing_values_are_obeyed()
    {
        var options = new CsvOptions { Quote = '\'', MissingValues = ["-999", "none"] };
        var table = Read("a,b\n'1',x\n-999,'none'\n-999.0,''\n", options);
        Assert.Equal([1, double.NaN, -999], table.Numbers("a"));
        Assert.Equal(["x", null, ""], table.Texts("b"));
    }

    [Fact]
    public void A_declared_type_overrules_the_cells()
    {
        var types = new Dictionary<string, ColumnType> { ["zip"] = ColumnType.Text };
        Assert.Equal(["01234", "00501"], Read("zip,n\n01234,1\n00501,2\n", new CsvOptions { Types = types }).Texts("zip"));
    }

    public static TheoryData<string, bool> Encodings => new()
    {
        { "utf-8", true }, { "utf-8", false }, { "utf-16", true }, { "utf-16BE", true }, { "utf-32", true }, { "latin1", false },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Byte_order_marks_and_encodings_are_understood(string name, bool withMark)
    {
        var encoding = Encoding.GetEncoding(name);
        byte[] bytes = [.. withMark ? encoding.GetPreamble() : [], .. encoding.GetBytes("prénom,n\nZoë,1\n")];
        var table = Table.ReadCsv(new MemoryStream(bytes), new CsvOptions { Encoding = withMark ? null : encoding });
        Assert.Equal(["prénom", "n"], table.ColumnNames);
        Assert.Equal("Zoë", table["prénom"].Format(0));
    }

    [Fact]
    public void Very_wide_records_are_read()
    {
        var numbers = Enumerable.Range(0, 30_000).Select(i => i.ToString(CultureInfo.InvariantCulture)).ToArray();
        var table = Read($"x{string.Join(",x", numbers)}\n{string.Join(',', numbers)}\n");
        Assert.Equal((1, 30_000), (table.RowCount, table.ColumnCount));
        Assert.Equal(29_999, ((NumberColumn)table["x29999"])[0]);
    }

    [Fact]
    public void Any_number_of_pieces_gives_the_same_table() =>
        CsvText.Sample(
            text =>
            {
                var whole = Outcome(text, threads: 1);
                for (var threads = 2; threads <= 5; threads++)
                {
                    Assert.Equal(whole, Outcome(text, threads));
                }
            },
            iter: 500);

    [Fact]
    public void Any_bytes_give_a_table_or_a_fault_with_a_place() =>
        (from bytes in Gen.Frequency((3, Gen.Byte), (9, Gen.OneOf([.. "a1,;\t|\n\r\"'. -"u8.ToArray().Select(b => Gen.Const(b))]))).Array[0, 60]
         from threads in Gen.Int[1, 3]
         from header in Gen.OneOf((bool?)null, true, false)
         select (bytes, threads, header)).Sample(
            input =>
            {
                try
                {
                    var table = Table.ReadCsv(new MemoryStream(input.bytes), new CsvOptions { Threads = input.threads, HasHeader = input.header, PieceBytes = 1 });
                    Assert.InRange(table.RowCount, 1, 60);
                }
                catch (TableFormatException fault)
                {
                    Assert.InRange(fault.Line, 0, 62);
                }
            },
            iter: 20_000);

    /// <summary>The types and cells, or the message of the fault.</summary>
    static string Outcome(string text, int threads)
    {
        try
        {
            var table = Read(text, new CsvOptions { Delimiter = ',', Threads = threads, PieceBytes = 1 });
            var cells = new StringWriter();
            table.WriteCsv(cells);
            return $"{string.Join(',', table.Columns.Select(column => column.Type))}\n{cells}";
        }
        catch (TableFormatException fault)
        {
            return fault.Message;
        }
    }

    [Fact]
    public void Faults_keep_their_line_in_any_number_of_pieces()
    {
        var text = "a,b\n" + string.Concat(Enumerable.Repeat("\"x\ny\",2\n", 50)) + "1,2,3\n" + string.Concat(Enumerable.Repeat("1,2\n", 50));
        for (var threads = 1; threads <= 8; threads++)
        {
            Assert.Equal(102, Fault(text, new CsvOptions { Threads = threads, PieceBytes = 1 }).Line);
        }
    }

    [Theory]
    [InlineData("", 0, 0, "it is empty: a table needs a row of column names, or at least one row of values.")]
    [InlineData("\n\n", 0, 0, "it is empty: a table needs a row of column names, or at least one row of values.")]
    [InlineData("a,b\n", 1, 0, "line 1: there is no row below the column names: a table needs at least one.")]
    [InlineData("a,b,c\n1,2,3\n4,5\n", 3, 3, "line 3, column 3: this line has 2 fields where the first has 3: add what is missing, quote the cells that contain ',', or give the right CsvOptions.Delimiter.")]
    [InlineData("a,b\n1,2,3\n", 2, 3, "line 2, column 3: this line has 3 fields where the first has 2: add what is missing, quote the cells that contain ',', or give the right CsvOptions.Delimiter.")]
    [InlineData("a,b\n1,\"2\n3,4\n", 2, 2, "line 2, column 2: the quote \" that opens this field is never closed: close it, double it if it belongs to the text, or name another quote character (CsvOptions.Quote).")]
    [InlineData("a,b\n1,2\n3,\"4\"x\n", 3, 2, "line 3, column 2: the quoted field goes on after its closing quote \": double a quote that belongs to the text, or name another quote character (CsvOptions.Quote).")]
    [InlineData("\n\na\n", 3, 0, "line 3: there is no row below the column names: a table needs at least one.")]
    [InlineData("\na,b,a\n1,2,3\n", 2, 3, "line 2, column 3: the name 'a' is that of column 1 too: column names must differ, rename one of them.")]
    public void A_text_that_is_no_table_is_refused_with_the_place(string text, long line, int column, string message)
    {
        var fault = Fault(text);
        Assert.Equal((message, line, column), (fault.Message, fault.Line, fault.Column));
    }

    [Fact]
    public void A_few_words_in_a_column_of_numbers_are_refused()
    {
        var text = "id,x\n" + string.Concat(Enumerable.Range(0, 18).Select(i => $"{i},{i}.5\n")) + "18,oops\n19,1O\n";
        var fault = Fault(text);
        Assert.Equal((20, 2), (fault.Line, fault.Column));
        Assert.Equal(
            "line 20, column 2: 'oops' is not a number, as 18 of the 20 cells of 'x' are: correct it, add it to CsvOptions.MissingValues, or declare the column as text in CsvOptions.Types.",
            fault.Message);
        Assert.Equal(2, Read(text, new CsvOptions { MissingValues = ["oops", "1O"] })["x"].MissingCount);
    }

    [Fact]
    public void More_words_make_a_column_of_text() =>
        Assert.Equal(ColumnType.Text, Read("x\n" + string.Concat(Enumerable.Repeat("1\n", 17)) + "a\nb\n")["x"].Type);

    [Theory]
    [InlineData(ColumnType.Number, "line 3, column 1: 'x' is not a number, and 'a' is declared a column of numbers: correct it, or add it to CsvOptions.MissingValues.")]
    [InlineData(ColumnType.Boolean, "line 2, column 1: '1' is neither true nor false, and 'a' is declared a column of booleans: correct it, or add it to CsvOptions.MissingValues.")]
    public void A_cell_that_contradicts_the_declared_type_is_refused(ColumnType type, string message) =>
        Assert.Equal(message, Fault("a,b\n1,2\nx,3\n", new CsvOptions { Types = new Dictionary<string, ColumnType> { ["a"] = type } }).Message);

    [Fact]
    public void Bytes_that_are_not_utf8_are_refused_with_their_line()
    {
        var bytes = Encoding.Latin1.GetBytes("a,b\nx,1\nZoë,2\n");
        var fault = Assert.Throws<TableFormatException>(() => Table.ReadCsv(new MemoryStream(bytes)));
        Assert.Equal(3, fault.Line);
        Assert.StartsWith("line 3: these bytes are not UTF-8", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fault_in_a_file_names_the_file()
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, "a,b\n1\n");
            var fault = Assert.Throws<TableFormatException>(() => Table.ReadCsv(path));
            Assert.Equal(path, fault.Path);
            Assert.StartsWith($"{Path.GetFileName(path)}, line 2, column 2: ", fault.Message, StringComparison.Ordinal);
            File.Delete(path);      // the reader has let go of it
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Options_that_do_not_fit_are_argument_faults()
    {
        Assert.Contains("IndexColumn must be one of 0 to 1", Assert.Throws<ArgumentOutOfRangeException>(() => Read("a,b\n1,2\n", new CsvOptions { IndexColumn = 2 })).Message, StringComparison.Ordinal);
        var types = new Dictionary<string, ColumnType> { ["A"] = ColumnType.Text };
        Assert.Contains("Did you mean 'a'", Assert.Throws<ArgumentException>(() => Read("a,b\n1,2\n", new CsvOptions { Types = types })).Message, StringComparison.Ordinal);
    }

    static readonly Gen<string> Cell = Gen.Frequency(
        (5, Gen.Int[-99, 99].Select(i => i.ToString(CultureInfo.InvariantCulture))),
        (3, Gen.OneOf("x", "true", "NA", "", "6\" nail", "é")),
        (3, Gen.OneOf("\"a\nb\"", "\"\"\"\"", "\"\"", "\"q,\"\"\r\n\"", "\"\n\n\"")));

    static readonly Gen<string> CsvText =
        from rows in Cell.Array[3].Array[1, 40]
        from lineEnd in Gen.OneOf("\n", "\r\n", "\n\n")
        select "a,b,c" + lineEnd + string.Join(lineEnd, rows.Select(row => string.Join(',', row)));
}
