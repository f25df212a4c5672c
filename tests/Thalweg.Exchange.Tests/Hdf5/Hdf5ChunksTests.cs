using Thalweg.Exchange.Hdf5;

namespace Thalweg.Exchange.Tests.Hdf5;

/// <summary>Files that h5py wrote: 7 by 5 numbers, i / 4 − 3, stored in many ways.</summary>
public class Hdf5ChunksTests
{
    static readonly double[] Expected = [.. Enumerable.Range(0, 35).Select(i => i / 4.0 - 3)];

    static Hdf5Reader Open(string name) => Hdf5Reader.Open(File.OpenRead(TestFile.Of(name)));

    [Theory]
    [InlineData("plain")]
    [InlineData("chunked")]
    [InlineData("deflate")]
    [InlineData("shuffle")]
    [InlineData("both")]
    [InlineData("one")]
    [InlineData("big32")]
    [InlineData("big64")]
    [InlineData("half")]
    [InlineData("double")]
    [InlineData("unlimited")]
    public void Numbers_are_the_same_however_they_are_stored(string group) =>
        Assert.Equal(Expected, Open("chunks.h5").Read(group + "/vars", 0, [7, 5], DType.Float32).ToArray<double>());

    [Fact]
    public void Three_axes_whole_numbers_and_pieces_that_were_never_written()
    {
        var file = Open("chunks.h5");
        Assert.Equal(Expected, file.Read("cube/vars", 0, [7, 1, 5], DType.Float32).ToArray<double>());
        Assert.Equal(Expected.Select(value => (int)(value * 4)), file.Read("int16/vars", 0, [7, 5], DType.Int32).ToArray<int>());
        Assert.Equal(new double[35], file.Read("sparse/vars", 0, [7, 5], DType.Float32).ToArray<double>());
    }

    [Theory]
    [InlineData("single")]
    [InlineData("unpacked")]
    public void One_piece_of_the_newest_kind_is_read(string group) =>
        Assert.Equal(Expected, Open("chunks-latest.h5").Read(group + "/vars", 0, [7, 5], DType.Float32).ToArray<double>());

    [Theory]
    [InlineData("chunks-latest.h5", "fixed", "libver='earliest'")]
    [InlineData("chunks-other.h5", "lzf", "filter 32000")]
    [InlineData("chunks-other.h5", "sum", "filter 3")]
    public void What_is_not_read_says_how_to_mend_it(string name, string group, string named)
    {
        var message = Assert.Throws<KerasFormatException>(() => Open(name).Read(group + "/vars", 0, [7, 5], DType.Float32)).Message;
        Assert.Contains(named, message, StringComparison.Ordinal);
        Assert.Contains("h5repack", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_small_file_cannot_take_much_memory()
    {
        var file = new Hdf5Bytes(new MemoryStream(new byte[1000]));
        file.Unpacks(16 << 20, "a");
        Assert.Contains("h5repack", Assert.Throws<KerasFormatException>(() => file.Unpacks(17 << 20, "a")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Pieces_much_larger_than_the_dataset_are_refused()
    {
        byte[] layout = [3, 2, 2, .. BitConverter.GetBytes(0L), .. BitConverter.GetBytes(50_000_000), .. BitConverter.GetBytes(4)];
        Assert.Contains("much larger", Assert.Throws<KerasFormatException>(() => new Hdf5Chunks(new Hdf5Bytes(new MemoryStream(new byte[1000])), layout, null, [5], 4, "a")).Message, StringComparison.Ordinal);
    }
}
