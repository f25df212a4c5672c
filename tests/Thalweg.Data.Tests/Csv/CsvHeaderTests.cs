using System.Text;
using Thalweg.Data.Csv;

namespace Thalweg.Data.Tests.Csv;

public class CsvHeaderTests
{
    static string[] Names(string text, bool? hasHeader = null)
    {
        using var source = CsvSource.Memory(Encoding.UTF8.GetBytes(text));
        return CsvHeader.Read(CsvDialect.Detect(source, new CsvOptions { HasHeader = hasHeader }), "x.csv");
    }

    [Fact]
    public void Names_come_from_the_first_row_and_gaps_are_numbered() => Assert.Equal(["unnamed_0", "a", "unnamed_2"], Names(", a ,\n1,2,3\n"));

    [Fact]
    public void Without_a_header_columns_are_numbered() => Assert.Equal(["column_0", "column_1"], Names("a,b\n", hasHeader: false));

    [Fact]
    public void The_same_name_twice_is_refused()
    {
        var fault = Assert.Throws<TableFormatException>(() => Names("a,b,b\n1,2,3\n"));
        Assert.Equal(("x.csv", 1, 3), (fault.Path, fault.Line, fault.Column));
    }
}
