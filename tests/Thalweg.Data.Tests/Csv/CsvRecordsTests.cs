using Thalweg.Data.Csv;

namespace Thalweg.Data.Tests.Csv;

public class CsvRecordsTests
{
    [Fact]
    public void Records_know_the_line_they_start_on()
    {
        using var records = new CsvRecords(new StringReader("\na,b\n\"x\ny\",2\r\n\r\n3,4"), ',', '"');
        var found = new List<(long, string)>();
        while (records.Read())
        {
            found.Add((records.Line, string.Join('|', records.ToArray())));
        }

        Assert.Equal([(2, "a|b"), (3, "x\ny|2"), (6, "3|4")], found);
        Assert.Equal(6, records.LineCount);
    }

    [Fact]
    public void A_misplaced_quote_is_reported_on_its_line_even_in_the_first_record()
    {
        using var records = new CsvRecords(new StringReader("\"a\"b\n"), ',', '"');
        Assert.ThrowsAny<Sylvan.Data.Csv.CsvFormatException>(() => records.Read());
        Assert.Equal(1, records.Line);
    }

    [Fact]
    public void No_line_is_a_comment()
    {
        using var records = new CsvRecords(new StringReader("#a,b\n"), ',', '"');
        Assert.True(records.Read());
        Assert.Equal("#a", records[0].ToString());
    }
}
