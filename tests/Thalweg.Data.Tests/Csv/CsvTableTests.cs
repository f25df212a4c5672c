using System.Text;
using Thalweg.Data.Csv;

namespace Thalweg.Data.Tests.Csv;

public class CsvTableTests
{
    static Table Read(string text, CsvOptions options)
    {
        using var source = CsvSource.Memory(Encoding.UTF8.GetBytes(text));
        return CsvTable.Read(source, options);
    }

    [Fact]
    public void A_guess_that_a_later_piece_disproves_is_mended()
    {
        var text = "code,flag\n" + string.Concat(Enumerable.Repeat("007,true\n", 150)) + string.Concat(Enumerable.Repeat("x,1\n", 150));
        foreach (var threads in (int[])[1, 2, 7])
        {
            var table = Read(text, new CsvOptions { Threads = threads, PieceBytes = 1 });
            Assert.Equal(("007", "x"), (table["code"].Format(0), table["code"].Format(299)));
            Assert.Equal(("true", "1"), (table["flag"].Format(0), table["flag"].Format(299)));
        }
    }

    [Fact]
    public void Labels_of_any_kind_may_stand_in_the_index_column() =>
        Assert.Equal(["n"], Read("id,n\na,1\n2,3\n", new CsvOptions { IndexColumn = 0 }).ColumnNames);

    [Fact]
    public void A_fault_in_a_later_piece_gives_the_line_of_the_whole_text()
    {
        var text = "n\n" + string.Concat(Enumerable.Repeat("1\n", 99)) + "x\n";
        Assert.Equal(101, Assert.Throws<TableFormatException>(() => Read(text, new CsvOptions { Threads = 4, PieceBytes = 1 })).Line);
    }
}
