using Thalweg.Descents;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Descents.Minimisers;

public class NelderMeadTests
{
    [Fact]
    public void A_kink_is_no_obstacle() => Near.Equal([1, -2], Minimize.NelderMead(x => (x[0] - 1).Abs() + (x[1] + 2).Abs(), Tensor.Of(0.0, 0.0)).X, 1e-5);
}
