using System.Text;
using Thalweg.Data.Csv;

namespace Thalweg.Data.Tests.Csv;

public class CsvSourceTests
{
    [Fact]
    public void A_slice_ends_where_it_should()
    {
        using var source = CsvSource.Memory("0123456789"u8.ToArray());
        using var reader = new StreamReader(source.Slice(2, 7));
        Assert.Equal("23456", reader.ReadToEnd());
        Assert.Equal(0, source.Read(new byte[4], 10));
    }

    [Fact]
    public void A_file_is_read_at_any_offset_and_let_go()
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, "0123456789");
            using (var source = CsvSource.File(path))
            {
                using var reader = new StreamReader(source.Slice(8, source.Length));
                Assert.Equal((path, "89"), (source.Path, reader.ReadToEnd()));
            }

            using var alone = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Text_in_utf8_is_itself_and_other_encodings_are_translated()
    {
        using var utf8 = CsvSource.Memory((byte[])[0xEF, 0xBB, 0xBF, .. "é"u8]);
        Assert.Equal(3, utf8.MarkLength());
        Assert.Same(utf8, utf8.ToUtf8(Encoding.Latin1));

        using var wide = CsvSource.Memory((byte[])[.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes("é")]);
        using var translated = wide.ToUtf8(null);
        Assert.Equal(("é"u8.Length, 0), (translated.Length, translated.MarkLength()));
    }
}
