using System.Globalization;
using System.Text;
using Thalweg.Data.Csv;

namespace Thalweg.Data.Tests.Csv;

public class CsvPieceTests
{
    static CsvPiece Read(byte[] bytes, bool skipHeader = false, int indexColumn = -1)
    {
        using var source = CsvSource.Memory(bytes);
        var grammar = new CellGrammar(NumberFormatInfo.InvariantInfo, [""]);
        var piece = new CsvPiece([ColumnType.Number, ColumnType.Text], indexColumn, grammar, capacity: 0);
        using var records = new CsvRecords(source.Slice(0, source.Length), ',', '"');
        using var ascii = CsvSource.Memory("a,b\n"u8.ToArray());
        piece.Read(records, skipHeader, CsvDialect.Detect(ascii, new CsvOptions()));
        return piece;
    }

    [Fact]
    public void Rows_and_lines_are_counted()
    {
        var piece = Read("a,b\n1,\"x\ny\"\n\n2,z\n"u8.ToArray(), skipHeader: true);
        Assert.Equal((2, 5), (piece.RowCount, piece.LineCount));
        Assert.Null(piece.Fault);
    }

    [Fact]
    public void The_index_column_is_passed_over() => Assert.Equal(0, Read("x,y\n"u8.ToArray(), indexColumn: 0).Columns[0].Tally.Present);

    [Fact]
    public void The_first_fault_stops_the_reading()
    {
        var piece = Read("1,x\n2\n3,y,z\n"u8.ToArray());
        Assert.Equal((2, 2), (piece.Fault!.Value.Line, piece.Fault.Value.Column));
        Assert.StartsWith("this line has 1 field where the first has 2", piece.Fault.Value.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_that_are_not_utf8_are_noticed() => Assert.True(Read(Encoding.Latin1.GetBytes("1,é\n")).IsNotUtf8);
}
