using Thalweg.Metrics;

namespace Thalweg.Tests.Metrics;

public class ShapedAccuracyTests
{
    [Theory]
    [InlineData(new[] { 0.0, 1, 1 }, new[] { 3, 1 }, new[] { 0.2, 0.9, 0.1 }, new[] { 3, 1 }, 2 / 3.0)]         // binary
    [InlineData(new[] { 0.0, 1, 1 }, new[] { 3 }, new[] { 0.2, 0.9, 0.1 }, new[] { 3, 1 }, 2 / 3.0)]            // binary, labels without their axis
    [InlineData(new[] { 1.0, 0 }, new[] { 2 }, new[] { 0.2, 0.8, 0.4, 0.6 }, new[] { 2, 2 }, 0.5)]              // class numbers
    [InlineData(new[] { 1.0, 0 }, new[] { 2, 1 }, new[] { 0.2, 0.8, 0.4, 0.6 }, new[] { 2, 2 }, 0.5)]           // class numbers in a column
    [InlineData(new[] { 0.0, 1, 1, 0 }, new[] { 2, 2 }, new[] { 0.2, 0.8, 0.4, 0.6 }, new[] { 2, 2 }, 0.5)]     // one-hot
    public void The_shapes_choose(double[] expected, int[] shapeExpected, double[] predicted, int[] shapePredicted, double accuracy)
    {
        Metric metric = "accuracy";
        metric.Update(Tensor.From(expected.AsSpan(), shapeExpected), Tensor.From(predicted.AsSpan(), shapePredicted));
        Assert.Equal(accuracy, metric.Result().Item(), 1e-12);
    }
}
