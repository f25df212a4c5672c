using Thalweg.Exchange.Hdf5;

namespace Thalweg.Exchange.Tests.Hdf5;

public class ObjectHeaderTests
{
    [Fact]
    public void The_header_of_the_root_of_a_file_has_its_symbol_table()
    {
        using var stream = File.OpenRead(TestFile.Of("dense_seq.weights.h5"));
        var file = new Hdf5Bytes(stream);
        Assert.Contains(ObjectHeader.Read(file, Hdf5Bytes.Long(file.At(64, 8), 0)), message => message.Type == 0x11 && message.Data.Length == 16);
    }

    [Fact]
    public void Something_else_is_no_header() =>
        Assert.Throws<KerasFormatException>(() => ObjectHeader.Read(new Hdf5Bytes(new MemoryStream(new byte[100])), 8));
}
