using Thalweg.Descents;

namespace Thalweg.Tests.Descents;

public class TrialResultTests
{
    [Theory]
    [InlineData(0.5, 0.7, true)]
    [InlineData(double.NaN, 0.7, false)]
    [InlineData(0.5, double.PositiveInfinity, false)]
    public void It_is_finite_where_all_of_its_losses_are(double loss, double epoch, bool finite) =>
        Assert.Equal(finite, new TrialResult(1, loss, 1, [1, epoch], [], Tensor.Of(1f), Tensor.Of(1f), null, [], [], null, null).IsFinite);
}
