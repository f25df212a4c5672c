using System.Runtime.InteropServices;
using System.Text;
using Thalweg.Exchange.TensorBoard;

namespace Thalweg.Exchange.Tests.TensorBoard;

public class SummariesTests
{
    static Dictionary<int, List<object>> Value(byte[] bytes) =>
        EventReader.Fields((byte[])EventReader.Fields((byte[])EventReader.Fields(bytes)[5][0])[1][0]);

    [Fact]
    public void A_number_has_its_name_and_step()
    {
        var bytes = Summaries.Scalar("epoch_loss", 0.25, 3, 10).Bytes.ToArray();
        Assert.Equal(3L, EventReader.Fields(bytes)[2][0]);
        Assert.Equal("epoch_loss", Encoding.UTF8.GetString((byte[])Value(bytes)[1][0]));
        Assert.Equal(0.25f, Value(bytes)[2][0]);
    }

    [Fact]
    public void A_histogram_counts_every_finite_value_once()
    {
        var histogram = EventReader.Fields((byte[])Value(Summaries.Histogram("w", [0, 1, 1, 2, 4, float.NaN], 0, 0, bins: 4).Bytes.ToArray())[5][0]);
        Assert.Equal((0.0, 4.0, 5.0, 8.0, 22.0), (histogram[1][0], histogram[2][0], histogram[3][0], histogram[4][0], histogram[5][0]));
        Assert.Equal([1, 2, 3, 4], MemoryMarshal.Cast<byte, double>((byte[])histogram[6][0]).ToArray());
        Assert.Equal([1, 2, 1, 1], MemoryMarshal.Cast<byte, double>((byte[])histogram[7][0]).ToArray());
    }

    [Fact]
    public void A_picture_has_the_size_that_PNG_says()
    {
        byte[] png = [0x89, .. "PNG\r\n"u8, 26, 10, 0, 0, 0, 13, .. "IHDR"u8, 0, 0, 2, 0, 0, 0, 1, 0];
        var image = EventReader.Fields((byte[])Value(Summaries.Image("figure", png, 0, 0).Bytes.ToArray())[4][0]);
        Assert.Equal((256L, 512L), (image[1][0], image[2][0]));
        Assert.Equal(png, image[4][0]);
        Assert.Throws<ArgumentException>(() => Summaries.Image("figure", [1, 2, 3], 0, 0));
    }

    [Fact]
    public void A_graph_has_a_node_for_each_layer()
    {
        var graph = EventReader.Fields((byte[])EventReader.Fields(Summaries.Graph(KerasFileTests.Network(), 0).Bytes.ToArray())[4][0]);
        string[] names = [.. graph[1].Select(node => Encoding.UTF8.GetString((byte[])EventReader.Fields((byte[])node)[1][0]))];
        Assert.Equal(["input", "sequential/dense", "sequential/dropout", "sequential/dense_1"], names);
    }

    [Fact]
    public void A_model_with_branches_is_a_graph_with_what_each_layer_takes()
    {
        var graph = EventReader.Fields((byte[])EventReader.Fields(Summaries.Graph(TwoBranch.Model(), 0).Bytes.ToArray())[4][0]);
        var nodes = graph[1].Select(node => EventReader.Fields((byte[])node)).ToDictionary(node => Encoding.UTF8.GetString((byte[])node[1][0]));
        Assert.Equal(8, nodes.Count);
        Assert.Equal(["two_branch/da", "two_branch/add"], nodes["two_branch/cat"][3].Select(name => Encoding.UTF8.GetString((byte[])name)));
        Assert.Equal("Placeholder", Encoding.UTF8.GetString((byte[])nodes["two_branch/b"][2][0]));
    }
}
