using System.Text;
using CsCheck;
using Thalweg.Data.Csv;

namespace Thalweg.Data.Tests.Csv;

public class CsvPiecesTests
{
    static IReadOnlyList<long> Split(string text, int count)
    {
        using var source = CsvSource.Memory(Encoding.UTF8.GetBytes(text));
        return CsvPieces.Split(source, 0, CsvDialect.Detect(source, new CsvOptions { Delimiter = ',' }), count);
    }

    [Fact]
    public void Pieces_are_of_about_equal_length()
    {
        var cuts = Split(string.Concat(Enumerable.Repeat("1,2\n", 1000)), 4);
        Assert.Equal(5, cuts.Count);
        Assert.All(cuts.Zip(cuts.Skip(1)), pair => Assert.InRange(pair.Second - pair.First, 990, 1010));
    }

    [Fact]
    public void A_line_break_between_quotes_is_no_cut() => Assert.Equal([0, 26, 28], Split("\"aaaa\naaaa\naaaa\naaaa\naa\",\n1\n", 3).Order().Distinct());

    [Fact]
    public void A_quote_within_a_plain_field_opens_nothing() => Assert.Equal(3, Split("5\" a,1\n6\" b,2\n7\" c,3\n8\",4\n", 2).Count);

    [Fact]
    public void Cuts_stand_at_the_starts_of_records() =>
        (from records in Gen.OneOf("a,b\n", "\"x\ny\",\n", "\"\"\"\n\",1\r\n", "5\"\n", "\n").Array[1, 60] from count in Gen.Int[1, 9] select (records, count)).Sample(
            c =>
            {
                long[] starts = [.. c.records.Select((_, i) => (long)c.records.Take(i).Sum(record => record.Length))];
                var cuts = Split(string.Concat(c.records), c.count);
                Assert.Equal(cuts.Order().Distinct(), cuts);
                Assert.InRange(cuts.Count, 2, c.count + 1);
                Assert.Subset(starts.ToHashSet(), cuts.SkipLast(1).ToHashSet());
            },
            iter: 2000);

    [Fact]
    public void Blocks_of_reading_leave_no_seam()
    {
        // Quotes and breaks around the end of the block that is searched at once.
        for (var filler = (1 << 18) - 8; filler < (1 << 18) + 8; filler++)
        {
            var first = new string('x', filler) + ",\"a\"\"\nb\"\n";
            var cuts = Split(first + new string('y', filler) + "\n", 2);
            Assert.Equal(first.Length, cuts[1]);
        }
    }

    [Theory]
    [InlineData("a,\"x\ny\"\nb,c,\"d\n1,2\n", 3, 3)]
    [InlineData("\"a,b\n", 1, 1)]
    [InlineData("\n5\" x,b\n\"a,b\n", 3, 1)]
    [InlineData("5\" x,b,\"c\n", 1, 3)]
    [InlineData("a,b\n\"c\"d,\"e\n", 2, 1)]
    public void An_unclosed_quote_is_placed_at_its_opening(string text, long line, int column)
    {
        var fault = Assert.Throws<TableFormatException>(() => Split(text, 2));
        Assert.Equal((line, column), (fault.Line, fault.Column));
    }
}
