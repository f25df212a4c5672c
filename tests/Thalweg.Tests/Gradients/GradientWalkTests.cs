using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Gradients;

public class GradientWalkTests
{
    [Fact]
    public void Ways_are_added_up_and_stretched_axes_summed()
    {
        using var scope = new GradientScope();
        var x = GradientScope.Watch(Tensor.Of(1.0, 2));
        var row = GradientScope.Watch(Tensor.Scalar(3, DType.Float64));
        var y = x * row + x;
        scope.BeginWalk();
        var gradients = GradientWalk.Back(y, y.OnesLike(), [x, row]);
        Near.Equal([4, 4], gradients[0], 0);
        Near.Equal([3], gradients[1], 0);
    }

    [Fact]
    public void The_walk_stops_at_its_targets()
    {
        using var scope = new GradientScope();
        var x = GradientScope.Watch(Tensor.Of(2.0));
        var middle = x * x;
        var y = middle * 3;
        scope.BeginWalk();
        Assert.Equal(3, GradientWalk.Back(y, y.OnesLike(), [middle])[0].Item());
    }
}
