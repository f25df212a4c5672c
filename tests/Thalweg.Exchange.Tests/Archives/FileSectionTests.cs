using Thalweg.Exchange.Archives;

namespace Thalweg.Exchange.Tests.Archives;

public class FileSectionTests
{
    [Fact]
    public void Reads_nothing_beyond_its_part()
    {
        using var section = new FileSection(new MemoryStream([1, 2, 3, 4, 5]), 1, 3);
        var bytes = new byte[10];
        Assert.Equal(3, section.Read(bytes));
        Assert.Equal([2, 3, 4], bytes[..3]);
        Assert.Equal(0, section.Read(bytes));
        Assert.Equal(2, section.Seek(-1, SeekOrigin.End));
        Assert.Equal(4, section.ReadByte());
        Assert.Throws<IOException>(() => section.Seek(-9, SeekOrigin.Current));
        Assert.Throws<NotSupportedException>(() => section.Write(bytes));
        Assert.Throws<NotSupportedException>(() => section.SetLength(1));
    }

    [Fact]
    public void Grows_as_it_is_written()
    {
        var whole = new MemoryStream();
        whole.Write([1, 2, 3]);
        using var section = new FileSection(whole, 3);
        section.Write([4, 5]);
        section.SetLength(5);
        Assert.Equal(5, section.Length);
        Assert.Equal([1, 2, 3, 4, 5, 0, 0, 0], whole.ToArray());
    }
}
