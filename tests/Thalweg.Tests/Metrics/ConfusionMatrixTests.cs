using Thalweg.Metrics;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Metrics;

public class ConfusionMatrixTests
{
    [Fact]
    public void Classes_are_told_by_name()
    {
        var matrix = new ConfusionMatrix(["no", "yes"]);
        matrix.Update(Tensor.Of(0, 1, 1), Tensor.From(new double[,] { { 0.9, 0.1 }, { 0.8, 0.2 }, { 0.3, 0.7 } }));
        Assert.Equal((1, 1, 1, 0), (matrix["no", "no"], matrix["yes", "no"], matrix["yes", "yes"], matrix["no", "yes"]));
        Near.Equal([1, 0, 1, 1], matrix.Result(), 0);
        Near.Equal(2.0 / 3, matrix.Logged(), 1e-15);
        Assert.Contains("Known: no, yes", Assert.Throws<ArgumentException>(() => matrix["maybe", "no"]).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_hot_labels_and_single_probabilities_are_understood()
    {
        var matrix = new ConfusionMatrix(2);
        matrix.Update(Tensor.From(new float[,] { { 0, 1 } }), Tensor.From(new float[,] { { 0.9f, 0.1f } }));
        matrix.Update(Tensor.From(new float[,] { { 1 } }), Tensor.From(new float[,] { { 0.9f } }), Tensor.Of(2f));
        Near.Equal([0, 0, 1, 2], matrix.Result(), 0);
        Assert.Equal(["0", "1"], matrix.ClassNames);
    }
}
