using Thalweg.Descents;
using Thalweg.Descents.Minimisers;

namespace Thalweg.Tests.Descents.Minimisers;

public class DirectionMethodTests
{
    [Fact]
    public void A_direction_that_leads_nowhere_is_given_up_after_a_fresh_start()
    {
        var best = new Stubborn().Run(new CountedCost(x => x.Square().Sum(), Tensor.Of(1.0)), 1e-9, 100);
        Assert.Equal((MinimumStatus.NoProgress, 1.0), (best.Status, best.Cost));
    }

    sealed class Stubborn : DirectionMethod
    {
        protected override double[] Direction(CountedCost cost, double[] x, double[] g) => g;
    }
}
