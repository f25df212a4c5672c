using Thalweg.Losses;

namespace Thalweg.Tests.Losses;

public class RanksTests
{
    [Fact]
    public void A_last_axis_of_length_1_is_met_half_way()
    {
        Assert.Equal([5, 1], Ranks.Align(Tensor.Zeros([5, 1]), Tensor.Zeros([5])).B.Shape);
        Assert.Equal([5, 1], Ranks.Align(Tensor.Zeros([5]), Tensor.Zeros([5, 1])).A.Shape);
        Assert.Equal([5, 2], Ranks.Align(Tensor.Zeros([5, 2, 1]), Tensor.Zeros([5, 2])).A.Shape);
        Assert.Equal([5, 2], Ranks.Align(Tensor.Zeros([5, 2]), Tensor.Zeros([5, 2, 1])).B.Shape);
        Assert.Equal([5, 2], Ranks.Align(Tensor.Zeros([5, 2]), Tensor.Zeros([5])).A.Shape);
    }
}
