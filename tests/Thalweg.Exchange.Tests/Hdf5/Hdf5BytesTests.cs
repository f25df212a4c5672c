using Thalweg.Exchange.Hdf5;

namespace Thalweg.Exchange.Tests.Hdf5;

public class Hdf5BytesTests
{
    [Fact]
    public void Only_what_is_in_the_file_can_be_read()
    {
        var file = new Hdf5Bytes(new MemoryStream([1, 2, 3, 4, 5]));
        Assert.Equal([2, 3], file.At(1, 2));
        Assert.Throws<KerasFormatException>(() => file.At(4, 2));
        Assert.Throws<KerasFormatException>(() => file.At(Hdf5Bytes.Undefined, 1));
        Assert.Throws<KerasFormatException>(() => file.At(0, 1L << 40));
        Assert.Throws<KerasFormatException>(() => file.Read(3, new byte[3]));
    }

    [Fact]
    public void A_file_that_leads_in_circles_ends()
    {
        var file = new Hdf5Bytes(new MemoryStream(new byte[100]));
        Assert.Throws<KerasFormatException>(() =>
        {
            for (int i = 0; i < 1_000_000; i++)
                file.At(0, 100);
        });
    }
}
