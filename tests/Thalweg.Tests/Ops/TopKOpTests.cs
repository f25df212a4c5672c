using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Ops;

public class TopKOpTests
{
    [Fact]
    public void The_greatest_first_with_their_places()
    {
        var (values, indices) = Tensor.From(new double[,] { { 1, 5, 3, 5 }, { 0, -1, 2, 1 } }).TopK(2);
        Near.Equal([5, 5, 2, 1], values, 0);
        Near.Equal([1, 3, 2, 3], indices, 0);
    }

    [Fact]
    public void Gradient_goes_to_the_chosen() => Near.Equal([0, 1, 1], Gradient.Of(x => x.TopK(2).Values)(Tensor.Of(1.0, 3, 2)), 0);

    [Fact]
    public void More_than_there_are_is_refused() => Assert.Throws<ArgumentException>(() => Tensor.Of(1.0).TopK(2));
}
