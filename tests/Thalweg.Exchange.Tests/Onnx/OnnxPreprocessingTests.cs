using Thalweg.Exchange.Onnx;

namespace Thalweg.Exchange.Tests.Onnx;

public class OnnxPreprocessingTests
{
    [Fact]
    public void A_column_with_the_name_of_an_answer_keeps_it()
    {
        var graph = new OnnxGraph(DType.Float32);
        var table = new OnnxTable([new OnnxNumberColumn("label", 1, MarksMissing: false)], ["a", "b"], FromLogits: true);
        var (inputs, features) = OnnxPreprocessing.Before(graph, table);
        Assert.Equal("label", inputs.Single().Name);
        Assert.Equal(["label_1", "probabilities"], OnnxPreprocessing.After(graph, table, features, units: 1).Select(value => value.Name));
    }
}
