using Thalweg.Exchange.Onnx;

namespace Thalweg.Exchange.Tests.Onnx;

public class OnnxWindowsTests
{
    static readonly Tensor Image = Tensor.From([1f, 2f, 3f, 4f, 5f, 6f, 7f, 8f, 9f], 1, 1, 3, 3);

    static OnnxNode Node(string operation, params (string Name, long[] Numbers)[] lists) =>
        new(operation, [], ["y"], new Dictionary<string, double>()) { Lists = lists.ToDictionary(list => list.Name, list => (IReadOnlyList<long>)list.Numbers) };

    [Fact]
    public void Convolution_pads_each_side_by_itself_and_adds_a_bias()
    {
        var kernel = Tensor.Ones([1, 1, 2, 2]);
        Assert.Equal([13, 17, 25, 29], OnnxWindows.Conv(Node("Conv"), [Image, kernel, Tensor.Of(1f)]).ToArray<float>());
        // One row in front, one column behind.
        Assert.Equal([3, 5, 3, 12, 16, 9, 24, 28, 15], OnnxWindows.Conv(Node("Conv", ("pads", [1, 0, 0, 1])), [Image, kernel]).ToArray<float>());
    }

    [Fact]
    public void Padding_of_pools_is_not_seen_unless_the_file_counts_it()
    {
        (string, long[])[] lists = [("kernel_shape", [2, 2]), ("strides", [2, 2]), ("pads", [1, 1, 0, 0])];
        Assert.Equal([-1, -2, -4, -5], OnnxWindows.MaxPool(Node("MaxPool", lists), -Image).ToArray<float>());
        Assert.Equal([1, 2.5f, 5.5f, 7], OnnxWindows.AveragePool(Node("AveragePool", lists), Image).ToArray<float>());
        Assert.Equal([0.25f, 1.25f, 2.75f, 7], OnnxWindows.AveragePool(Node("AveragePool", lists) with { Attributes = new Dictionary<string, double> { ["count_include_pad"] = 1 } }, Image).ToArray<float>());
        var same = Node("AveragePool", ("kernel_shape", [2, 2]), ("strides", [2, 2])) with { Texts = new Dictionary<string, string> { ["auto_pad"] = "SAME_UPPER" } };
        Assert.Equal([3, 4.5f, 7.5f, 9], OnnxWindows.AveragePool(same, Image).ToArray<float>());
    }

    [Fact]
    public void Batch_normalisation_is_that_of_the_averages()
    {
        var y = OnnxWindows.BatchNormalization(Node("BatchNormalization"), [Tensor.Of(3f, 8f).Reshape([1, 2]), Tensor.Of(2f, 1f), Tensor.Of(0f, 10f), Tensor.Of(1f, 2f), Tensor.Of(4f, 9f)]);
        Close.Assert(Tensor.From([2f, 12f], 1, 2), y);
    }

    [Fact]
    public void Pad_puts_numbers_around() =>
        Assert.Equal([5f, 1f, 2f, 5f, 5f], OnnxWindows.Pad(Node("Pad"), [Tensor.Of(1f, 2f), Tensor.From([1, 2]), Tensor.Scalar(5)]).ToArray<float>());

    [Fact]
    public void What_is_not_known_is_told()
    {
        Assert.Contains("(2,)", Assert.Throws<OnnxFormatException>(() => OnnxWindows.Conv(Node("Conv"), [Tensor.Of(1f, 2f), Tensor.Ones([1, 1, 2, 2])])).Message, StringComparison.Ordinal);
        Assert.Contains("kernel_shape", Assert.Throws<OnnxFormatException>(() => OnnxWindows.MaxPool(Node("MaxPool"), Image)).Message, StringComparison.Ordinal);
        Assert.Contains("0 or more", Assert.Throws<OnnxFormatException>(() => OnnxWindows.MaxPool(Node("MaxPool", ("kernel_shape", [2, 2]), ("pads", [-1, 0, 0, 0])), Image)).Message, StringComparison.Ordinal);
        Assert.Contains("less padding", Assert.Throws<OnnxFormatException>(() => OnnxWindows.MaxPool(Node("MaxPool", ("kernel_shape", [2, 2]), ("pads", [int.MaxValue, 0, 0, 0])), Image)).Message, StringComparison.Ordinal);
        Assert.Contains("dilations", Assert.Throws<OnnxFormatException>(() => OnnxWindows.AveragePool(Node("AveragePool", ("kernel_shape", [2, 2]), ("dilations", [2, 2])), Image)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Axes_of_rows_and_columns_are_behind_batch_and_channels() => Assert.Equal([2, 3], OnnxWindows.Spatial(Image));
}
