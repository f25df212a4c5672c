using Thalweg.Exchange.Onnx;

namespace Thalweg.Exchange.Tests.Onnx;

public class OnnxOperationsTests
{
    static float[] Run(string operation, Dictionary<string, double> attributes, params Tensor?[] inputs) =>
        OnnxOperations.Run(new OnnxNode(operation, [], ["y"], attributes), inputs)[0].ToArray<float>();

    [Fact]
    public void Gemm_turns_and_scales()
    {
        var (a, b, c) = (Tensor.From([1f, 2f, 3f, 4f], 2, 2), Tensor.From([1f, 0f, 0f, 2f], 2, 2), Tensor.Of(10f, 20f));
        Assert.Equal([7, 22, 9, 26], Run("Gemm", new() { ["transA"] = 1, ["alpha"] = 2, ["beta"] = 0.5 }, a, b, c));
    }

    [Fact]
    public void Clip_may_have_one_bound() => Assert.Equal([0, 3], Run("Clip", [], Tensor.Of(-1f, 3f), Tensor.Scalar(0), null));

    [Fact]
    public void Tile_repeats_the_whole() => Assert.Equal([1, 2, 1, 2, 1, 2, 1, 2], Run("Tile", [], Tensor.From([1f, 2f], 1, 2), Tensor.From([2, 2])));

    [Fact]
    public void Tile_is_bounded() => Assert.Throws<OnnxFormatException>(() => Run("Tile", [], Tensor.Of(1f), Tensor.From([int.MaxValue])));

    [Fact]
    public void Reshape_takes_the_length_of_the_input_for_0() =>
        Assert.Equal([2, 3, 1], OnnxOperations.Run(new OnnxNode("Reshape", [], ["y"], new Dictionary<string, double>()), [Tensor.Ones([2, 3]), Tensor.From([0, -1, 1])])[0].Shape);

    [Fact]
    public void What_a_known_operation_cannot_do_is_told() =>
        Assert.Throws<OnnxFormatException>(() => Run("TopK", [], Tensor.Of(1f, 2f, 3f), Tensor.From([2])));
}
