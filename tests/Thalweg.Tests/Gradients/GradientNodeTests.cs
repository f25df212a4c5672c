namespace Thalweg.Tests.Gradients;

public class GradientNodeTests
{
    [Fact]
    public void Later_nodes_have_greater_numbers()
    {
        var first = new GradientNode([]);
        var second = new GradientNode([(Tensor.Scalar(1), dy => dy)]);
        Assert.True(second.Order > first.Order);
        Assert.Equal(1, second.Parents.Length);
    }
}
