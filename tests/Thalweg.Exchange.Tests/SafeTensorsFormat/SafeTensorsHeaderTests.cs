using System.Text;
using Thalweg.Exchange.SafeTensorsFormat;

namespace Thalweg.Exchange.Tests.SafeTensorsFormat;

public class SafeTensorsHeaderTests
{
    static SafeTensorsHeader Read(string header, int data, long? length = null)
    {
        var text = Encoding.UTF8.GetBytes(header);
        return SafeTensorsHeader.Read(new MemoryStream([.. BitConverter.GetBytes(length ?? text.Length), .. text, .. new byte[data]]));
    }

    [Fact]
    public void Tensors_and_metadata_are_found()
    {
        var header = Read("""{"__metadata__": {"by": "test"}, "b": {"dtype": "I64", "shape": [], "data_offsets": [8, 16]}, "a": {"dtype": "F32", "shape": [1, 2], "data_offsets": [0, 8]}}   """, 16);
        Assert.Equal(["b", "a"], header.Tensors.Keys);
        Assert.Equal([1, 2], header.Tensors["a"].Shape);
        Assert.Equal("test", header.Metadata["by"]);
    }

    [Theory]
    [InlineData("""{"a": {"dtype": "F32", "shape": [2], "data_offsets": [0, 8]}}""", 12, "8 bytes, but 12")]
    [InlineData("""{"a": {"dtype": "F32", "shape": [2], "data_offsets": [4, 12]}}""", 12, "hole")]
    [InlineData("""{"a": {"dtype": "F32", "shape": [2], "data_offsets": [0, 8]}, "b": {"dtype": "F32", "shape": [2], "data_offsets": [4, 12]}}""", 12, "overlaps")]
    [InlineData("""{"a": {"dtype": "F32", "shape": [3], "data_offsets": [0, 8]}}""", 8, "3 elements")]
    [InlineData("""{"a": {"dtype": "F32", "shape": [-1], "data_offsets": [0, 8]}}""", 8, "shape")]
    [InlineData("""{"a": {"dtype": "F32", "shape": [65536, 65536], "data_offsets": [0, 8]}}""", 8, "too many")]
    [InlineData("""{"a": {"dtype": "F4", "shape": [2], "data_offsets": [0, 8]}}""", 8, "F4")]
    [InlineData("""{"a": {"dtype": "F32", "shape": [2], "data_offsets": [0, 8]}, "a": {"dtype": "F32", "shape": [0], "data_offsets": [8, 8]}}""", 8, "JSON")]
    [InlineData("""{"a": {"dtype": "F32", "shape": [2]}}""", 8, "data_offsets")]
    [InlineData("""{"a": {"dtype": "F32", "shape": [2], "data_offsets": [0, 8], "more": 1}}""", 8, "nothing else")]
    [InlineData("""{"__metadata__": {"by": 1}}""", 0, "metadata")]
    [InlineData("[1]", 0, "{")]
    [InlineData("{", 0, "")]
    public void A_layout_that_the_format_forbids_is_refused(string header, int data, string part) =>
        Assert.Contains(part, Assert.Throws<SafeTensorsFormatException>(() => Read(header, data)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(long.MaxValue)]
    [InlineData(-1)]
    [InlineData(100)]
    public void A_header_longer_than_the_file_takes_no_memory(long length) => Assert.Throws<SafeTensorsFormatException>(() => Read("{}", 0, length));
}
