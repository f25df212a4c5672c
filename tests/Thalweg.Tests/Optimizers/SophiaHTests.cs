using Thalweg.Optimizers;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Optimizers;

public class SophiaHTests : OptimizerContract
{
    protected override Optimizer Brisk => new SophiaH(0.02, 1);

    [Fact]
    public void Steps_are_Newtons_where_they_are_short_and_signs_where_they_are_long()
    {
        // On ½ (4 x² + y²) the estimate is exact: h = (4, 1) (1 − β₂); m = (1 − β₁) g; γ chosen so that m / γh = g / h · ¼.
        var (optimizer, w) = (new SophiaH(0.1, 1) { Beta1 = 0.5, Beta2 = 0.5, Gamma = 4 }, new Variable(Tensor.Of(2.0, -20), "w"));
        optimizer.Minimize(() => (w.Value.Square() * Tensor.Of(2.0, 0.5)).Sum(), [w]);
        Near.Equal([2 - 0.1 * 0.5, -20 + 0.1], w.Value, 1e-12);
    }
}
