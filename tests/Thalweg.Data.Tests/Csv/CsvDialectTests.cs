using System.Text;
using Thalweg.Data.Csv;

namespace Thalweg.Data.Tests.Csv;

public class CsvDialectTests
{
    static CsvDialect Detect(string text, CsvOptions? options = null)
    {
        using var source = CsvSource.Memory(Encoding.UTF8.GetBytes(text));
        return CsvDialect.Detect(source, options ?? new CsvOptions());
    }

    [Theory]
    [InlineData("a,b\n1,2\n", ',')]
    [InlineData("a;b\n1,5;2\n1;2,5\n", ';')]
    [InlineData("1,5;2,5\n3,5;4,5\n", ';')]
    [InlineData("a\tb,c\n1\t2\n", '\t')]
    [InlineData("\"x;y\",z\n\"1;2\",3\n", ',')]
    [InlineData("lonely\n1\n", ',')]
    [InlineData("", ',')]
    public void The_delimiter_that_cuts_evenly_wins(string text, char delimiter) => Assert.Equal(delimiter, Detect(text).Delimiter);

    [Fact]
    public void What_the_options_say_is_not_questioned()
    {
        var dialect = Detect("a,b\n1,2\n", new CsvOptions { Delimiter = ';', HasHeader = false, Quote = '\'' });
        Assert.Equal((';', false, '\''), (dialect.Delimiter, dialect.HasHeader, dialect.Quote));
        Assert.Equal(["a,b"], dialect.Records[0]);
    }

    [Fact]
    public void The_delimiter_and_the_quote_must_differ()
    {
        Assert.Throws<ArgumentException>(() => Detect("a\n", new CsvOptions { Delimiter = '"' }));
        Assert.Equal(',', Detect("a,b\n1,2\n", new CsvOptions { Quote = ';' }).Delimiter);
    }

    [Fact]
    public void The_sample_stops_at_a_hundred_records_and_measures_them()
    {
        var dialect = Detect("x\n" + string.Concat(Enumerable.Repeat("12345\n", 1000)));
        Assert.Equal(100, dialect.Records.Length);
        Assert.InRange(dialect.BytesPerRecord, 5, 6);
    }
}
