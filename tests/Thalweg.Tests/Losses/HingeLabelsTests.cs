using Thalweg.Losses;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Losses;

public class HingeLabelsTests
{
    [Fact]
    public void Zero_means_minus_one_where_all_are_0_or_1()
    {
        Near.Equal([-1, 1, -1], HingeLabels.Of(Tensor.Of(0.0, 1, 0)), 0);
        Near.Equal([0, 1, -1], HingeLabels.Of(Tensor.Of(0.0, 1, -1)), 0);
    }
}
